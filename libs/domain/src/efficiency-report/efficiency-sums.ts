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
  /** The efficiency that the target is about. */
  readonly performedPerStaff: number | null;
  readonly orderedPerStaff: number | null;
  readonly performedPerOrdered: number | null;
  /** For a plan: planned visits of the staff hours. */
  readonly plannedPerStaff: number | null;
  /** Null without staff hours. */
  readonly isTargetReached: boolean | null;
}

/**
 * @param target share of the staff hours that shall be performed visits
 * @example efficiencySums({ ordered: 600, planned: 0, performed: 450, staff: 600 }, 0.75).isTargetReached // true
 */
export function efficiencySums(
  { ordered, planned, performed, staff }: EfficiencyMinutes,
  target: number,
): EfficiencySums {
  return {
    orderedHours: ordered / 60,
    plannedHours: planned / 60,
    performedHours: performed / 60,
    staffHours: staff / 60,
    performedPerStaff: ratio(performed, staff),
    orderedPerStaff: ratio(ordered, staff),
    performedPerOrdered: ratio(performed, ordered),
    plannedPerStaff: ratio(planned, staff),
    isTargetReached: staff === 0 ? null : performed / staff >= target,
  };
}

export const addMinutes = (a: EfficiencyMinutes, b: EfficiencyMinutes): EfficiencyMinutes => ({
  ordered: a.ordered + b.ordered,
  planned: a.planned + b.planned,
  performed: a.performed + b.performed,
  staff: a.staff + b.staff,
});

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
