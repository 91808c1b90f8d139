import type { Absence } from '../people/people.js';
import { orderedMinutes } from '../ramtid-order/ordered-time.js';
import type { DrawnMinutes, RamtidWarning } from '../ramtid-order/ramtid-balance.js';
import type { OrderKind, RamtidOrder } from '../ramtid-order/ramtid-order.js';
import { weekOf } from '../time/iso-week.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { givenBackMinutes, isAwayAllDay } from './days-at-home.js';
import { datesOfPeriod, type LedgerPeriod } from './ledger-period.js';
import type { OrderWithTemplates } from './ledger-visit.js';
import { patternMinutesOn, type PatternSettings } from './pattern-minutes.js';
import type { PerformedDay } from './performed-days.js';

/** What was performed in a month, and how much of it on the day the ledger is read. */
export interface PerformedSum extends Omit<PerformedDay, 'orderId' | 'brukareId' | 'onDate' | 'isStrayLarm'> {
  readonly performedOnAsOfMinutes: number;
}

export const NOTHING_PERFORMED: PerformedSum = {
  registeredMinutes: 0,
  performedMinutes: 0,
  performedOnAsOfMinutes: 0,
  visits: 0,
  adjustedVisits: 0,
  openVisits: 0,
  declinedVisits: 0,
  bomVisits: 0,
};

/** An order's calendar month, or week, in minutes. */
export interface RamtidLedgerLine {
  /** Null: time performed without any valid order. */
  readonly orderId: string | null;
  readonly brukareId: string;
  readonly kind: OrderKind | null;
  readonly period: LedgerPeriod;
  /** Each valid day a share of the month's hours; a whole month exactly the ordered hours, 28 days or 31. */
  readonly orderedMinutes: number;
  /** From the period before, where the unit carries over; by default nothing is (domain.md section 1). */
  readonly carriedOverMinutes: number;
  /** Ordered time of days when the brukare is away all day. */
  readonly givenBackMinutes: number;
  /** As registered at the door. */
  readonly registeredMinutes: number;
  /** What adjustments added; negative where they took away. */
  readonly adjustmentMinutes: number;
  /** Registered and adjustment. */
  readonly performedMinutes: number;
  /** Still planned in published plans. */
  readonly publishedMinutes: number;
  /** Still planned by the agreed pattern, in weeks without a published plan. */
  readonly patternMinutes: number;
  /** Performed and still planned. */
  readonly forecastMinutes: number;
  /** Ordered and carried over less forecast: negative where the month goes over. */
  readonly balanceMinutes: number;
  /** Forecast as a share of the ordered and carried over; null where there is nothing to use. */
  readonly forecastShare: number | null;
  readonly warning: RamtidWarning | null;
  readonly visits: number;
  readonly adjustedVisits: number;
  readonly openVisits: number;
  readonly declinedVisits: number;
  readonly bomVisits: number;
}

export type LedgerSettings = Pick<UnitSettings, 'ramtidWarning' | 'ramtidPeriod'> & PatternSettings;

/** An order's month or week as it is kept: what a ledger line is made of. */
export interface LedgerSource extends OrderWithTemplates {
  readonly period: LedgerPeriod;
  readonly carriedOverMinutes: number;
  /** Days before it are over; from it on visits are still planned. */
  readonly asOf: LocalDate;
  readonly performed: PerformedSum;
  /** Of published plans, by day. */
  readonly published: readonly DrawnMinutes[];
  /** Weeks with a published plan for the brukare's work group: in them only what is in the plan is planned. */
  readonly publishedWeeks: ReadonlySet<IsoWeek>;
  /** Of the order's brukare. */
  readonly absences: readonly Absence[];
  readonly settings: LedgerSettings;
}

/** How an order's month stands, and where it is heading. */
export function ramtidLedgerLine(source: LedgerSource): RamtidLedgerLine {
  const { order, period, performed, absences, settings, carriedOverMinutes: carriedOver } = source;
  const dates = datesOfPeriod(period);
  const ordered = orderedMinutes(order, dates[0] ?? order.from, dates.at(-1) ?? order.from, settings.ramtidPeriod);
  const givenBack = givenBackMinutes(order, period, absences, settings.ramtidPeriod);
  const frame = ordered + carriedOver;
  const planned = stillPlanned(source);
  const forecast = performed.performedMinutes + planned.publishedMinutes + planned.patternMinutes;
  return {
    orderId: order.id,
    brukareId: order.brukareId,
    kind: order.kind,
    period,
    orderedMinutes: ordered,
    carriedOverMinutes: carriedOver,
    givenBackMinutes: givenBack,
    ...performedColumns(performed),
    ...planned,
    forecastMinutes: forecast,
    balanceMinutes: frame - forecast,
    forecastShare: frame <= 0 ? null : forecast / frame,
    warning: order.kind === 'larm' ? null : ledgerWarning(forecast, frame, givenBack, settings),
  };
}

/**
 * Time performed for a brukare on days without a valid order: over by all of it.
 *
 * @param kind `larm` for answered larm, which is paid per month and kept apart from all other time
 */
export function lineWithoutOrder(
  brukareId: string,
  period: LedgerPeriod,
  performed: PerformedSum,
  kind: 'larm' | null = null,
): RamtidLedgerLine {
  return {
    orderId: null,
    brukareId,
    kind,
    period,
    orderedMinutes: 0,
    carriedOverMinutes: 0,
    givenBackMinutes: 0,
    ...performedColumns(performed),
    publishedMinutes: 0,
    patternMinutes: 0,
    forecastMinutes: performed.performedMinutes,
    balanceMinutes: -performed.performedMinutes,
    forecastShare: null,
    warning: kind === null && performed.performedMinutes > 0 ? 'over' : null,
  };
}

/**
 * `over` and `near` measure against all that is ordered and carried over, for that is what may be used. `under` measures against what can be
 * performed at all: a fortnight in hospital is no reason to look for more visits. The limits themselves are not warned about.
 */
export function ledgerWarning(
  forecast: number,
  ordered: number,
  givenBack: number,
  { ramtidWarning }: Pick<UnitSettings, 'ramtidWarning'>,
): RamtidWarning | null {
  const [minutes, most] = [rounded(forecast), rounded(ordered)];
  if (minutes > rounded(most * ramtidWarning.over)) return 'over';
  if (minutes > rounded(most * ramtidWarning.near)) return 'near';
  return minutes < rounded((ordered - givenBack) * ramtidWarning.under) ? 'under' : null;
}

/** Shares of days are sums of fractions: a millionth of a minute is no overrun. */
const rounded = (minutes: number): number => Math.round(minutes * 1e6) / 1e6;

const performedColumns = ({ performedOnAsOfMinutes: _onAsOf, ...performed }: PerformedSum) => ({
  ...performed,
  adjustmentMinutes: performed.performedMinutes - performed.registeredMinutes,
});

/**
 * From `asOf` to the end of the period: the published plan where the week has one, else the agreed pattern on days at home.
 * Of `asOf` itself only what is not yet performed, so that a visit is never both done and planned.
 */
function stillPlanned(source: LedgerSource): Pick<RamtidLedgerLine, 'publishedMinutes' | 'patternMinutes'> {
  const { asOf, performed, publishedWeeks } = source;
  const publishedOn = new Map<LocalDate, number>();
  for (const { onDate, minutes } of source.published) publishedOn.set(onDate, (publishedOn.get(onDate) ?? 0) + minutes);
  let [publishedMinutes, patternMinutes] = [0, 0];
  for (const date of datesOfPeriod(source.period)) {
    if (date < asOf) continue;
    const isPublished = publishedWeeks.has(weekOf(date));
    const planned = isPublished ? (publishedOn.get(date) ?? 0) : patternOf(source, date);
    const left = date === asOf ? Math.max(0, planned - performed.performedOnAsOfMinutes) : planned;
    if (isPublished) publishedMinutes += left;
    else patternMinutes += left;
  }
  return { publishedMinutes, patternMinutes };
}

const patternOf = (source: LedgerSource, date: LocalDate): number =>
  isAwayAllDay(source.absences, date) ? 0 : patternMinutesOn(source, date, source.settings);

/** The order's month put together from its days. */
export function sumPerformed(days: readonly PerformedDay[], asOf: LocalDate): PerformedSum {
  return days.reduce<PerformedSum>(
    (sum, day) => ({
      registeredMinutes: sum.registeredMinutes + day.registeredMinutes,
      performedMinutes: sum.performedMinutes + day.performedMinutes,
      performedOnAsOfMinutes: sum.performedOnAsOfMinutes + (day.onDate === asOf ? day.performedMinutes : 0),
      visits: sum.visits + day.visits,
      adjustedVisits: sum.adjustedVisits + day.adjustedVisits,
      openVisits: sum.openVisits + day.openVisits,
      declinedVisits: sum.declinedVisits + day.declinedVisits,
      bomVisits: sum.bomVisits + day.bomVisits,
    }),
    NOTHING_PERFORMED,
  );
}

/** Sums of several lines. Kinds of orders are never mixed: each is paid in its own way (domain.md section 1). */
export interface LedgerTotal {
  readonly kind: RamtidOrder['kind'] | null;
  readonly orders: number;
  readonly orderedMinutes: number;
  readonly givenBackMinutes: number;
  readonly registeredMinutes: number;
  readonly adjustmentMinutes: number;
  readonly performedMinutes: number;
  readonly plannedMinutes: number;
  readonly forecastMinutes: number;
  readonly balanceMinutes: number;
}

/** One total per kind of order that occurs, in a fixed order; time without an order last. */
export function ledgerTotals(lines: readonly RamtidLedgerLine[]): readonly LedgerTotal[] {
  const kinds = ['hemtjanst', 'tryggt_mottagande', 'avlosning', 'ledsagning', 'larm', null] as const;
  return kinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const sum = (minutesOf: (line: RamtidLedgerLine) => number): number =>
      own.reduce((total, line) => total + minutesOf(line), 0);
    if (own.length === 0) return [];
    return [
      {
        kind,
        orders: own.length,
        orderedMinutes: sum((line) => line.orderedMinutes),
        givenBackMinutes: sum((line) => line.givenBackMinutes),
        registeredMinutes: sum((line) => line.registeredMinutes),
        adjustmentMinutes: sum((line) => line.adjustmentMinutes),
        performedMinutes: sum((line) => line.performedMinutes),
        plannedMinutes: sum((line) => line.publishedMinutes + line.patternMinutes),
        forecastMinutes: sum((line) => line.forecastMinutes),
        balanceMinutes: sum((line) => line.balanceMinutes),
      },
    ];
  });
}
