import type { UnitSettings } from '../unit/unit-settings.js';

/** The four sums that every ratio is made of, in minutes (domain.md section 2). */
export interface EfficiencyMinutes {
  readonly ordered: number;
  readonly planned: number;
  readonly performed: number;
  readonly staff: number;
}

export const NO_MINUTES: EfficiencyMinutes = { ordered: 0, planned: 0, performed: 0, staff: 0 };

/** Hours and their ratios; a ratio is null without a denominator. */
export interface EfficiencySums {
  readonly orderedHours: number;
  readonly plannedHours: number;
  readonly performedHours: number;
  readonly staffHours: number;
  /** The efficiency that the target is about where the unit has not chosen another ratio. */
  readonly performedPerStaff: number | null;
  readonly orderedPerStaff: number | null;
  readonly performedPerOrdered: number | null;
  /** For a plan: planned visits of the staff hours. */
  readonly plannedPerStaff: number | null;
  /** Null where the ratio that the target is about has no denominator. */
  readonly isTargetReached: boolean | null;
}

/** What the target is and which of the ratios it is about: the unit's own choice. */
export type EfficiencyTarget = Pick<UnitSettings, 'efficiencyTarget' | 'efficiencyDefinition'>;

/**
 * @example efficiencySums({ ordered: 600, planned: 0, performed: 450, staff: 600 }, DEFAULT_UNIT_SETTINGS).isTargetReached // true
 */
export function efficiencySums(
  { ordered, planned, performed, staff }: EfficiencyMinutes,
  { efficiencyTarget, efficiencyDefinition }: EfficiencyTarget,
): EfficiencySums {
  const ratios = {
    performedPerStaff: ratio(performed, staff),
    orderedPerStaff: ratio(ordered, staff),
    performedPerOrdered: ratio(performed, ordered),
  };
  const measured = ratios[RATIO_OF[efficiencyDefinition]];
  return {
    orderedHours: ordered / 60,
    plannedHours: planned / 60,
    performedHours: performed / 60,
    staffHours: staff / 60,
    ...ratios,
    plannedPerStaff: ratio(planned, staff),
    isTargetReached: measured === null ? null : measured >= efficiencyTarget,
  };
}

const RATIO_OF = {
  'performed-per-staff': 'performedPerStaff',
  'ordered-per-staff': 'orderedPerStaff',
  'performed-per-ordered': 'performedPerOrdered',
} as const;

export const addMinutes = (a: EfficiencyMinutes, b: EfficiencyMinutes): EfficiencyMinutes => ({
  ordered: a.ordered + b.ordered,
  planned: a.planned + b.planned,
  performed: a.performed + b.performed,
  staff: a.staff + b.staff,
});

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
