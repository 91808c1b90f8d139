import {
  datesBetween,
  localDate,
  ramtidMinutesPerMonth,
  type LocalDate,
  type RamtidOrder,
  type UnitSettings,
  type VisitTemplate,
} from '@hemtjanst/domain';

export interface PatternBalance {
  readonly month: string;
  readonly orderedHours: number;
  readonly patternHours: number;
  readonly share: number | null;
  readonly warning: 'over' | 'near' | 'under' | null;
  readonly definition: string;
}

const DEFINITION =
  'Beställda timmar för de dagar i månaden som beställningen gäller, och genomförandeplanens besök en genomsnittlig ' +
  'månad (52/12 veckor) för samma dagar. Ramtiden sparas inte mellan månader.';

/**
 * Does the agreed pattern fit in the month's ramtid? Both sums are for the days of the month on which the order is
 * valid; no hours are carried over (domain.md section 1).
 *
 * @param month `2026-03`
 * @example patternBalance(order, templates, '2026-03', settings) // { orderedHours: 26, patternHours: 25.5, … }
 */
export function patternBalance(
  order: RamtidOrder,
  templates: readonly VisitTemplate[],
  month: string,
  settings: Pick<UnitSettings, 'doubleStaffingCounts' | 'ramtidWarning'>,
): PatternBalance {
  const days = daysOfMonth(month);
  const validShare =
    days.filter((date) => order.from <= date && (order.to === null || date <= order.to)).length / days.length;
  const orderedHours = order.hoursPerMonth * validShare;
  const patternHours = (ramtidMinutesPerMonth(templates, settings) / 60) * validShare;
  const share = orderedHours === 0 ? null : patternHours / orderedHours;
  return {
    month,
    orderedHours: round(orderedHours),
    patternHours: round(patternHours),
    share: share === null ? null : round(share),
    warning: warningOf(share, settings),
    definition: DEFINITION,
  };
}

function daysOfMonth(month: string): readonly LocalDate[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return datesBetween(localDate(`${month}-01`), localDate(`${month}-${String(last).padStart(2, '0')}`));
}

function warningOf(
  share: number | null,
  { ramtidWarning }: Pick<UnitSettings, 'ramtidWarning'>,
): PatternBalance['warning'] {
  if (share === null) return null;
  if (share > ramtidWarning.over) return 'over';
  if (share > ramtidWarning.near) return 'near';
  return share < ramtidWarning.under ? 'under' : null;
}

const round = (value: number): number => Math.round(value * 100) / 100;
