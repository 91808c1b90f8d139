import type { VisitDemand } from '../visit-demand/visit-demand.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import { datesOfPeriod } from './ledger-period.js';
import { drawnMinutesOfVisit } from './pattern-minutes.js';
import { ramtidLedgerLine, type LedgerSource, type RamtidLedgerLine } from './ramtid-ledger.js';

/** An order's period while the week in it is being planned: what the rest of it takes, and where it may end. */
export interface WeekFrame {
  readonly source: LedgerSource;
  readonly line: RamtidLedgerLine;
  /** Days of the week that lie in the period and are not over. */
  readonly dates: ReadonlySet<LocalDate>;
  /** Performed, and planned in other weeks. */
  readonly elsewhereMinutes: number;
  readonly mostMinutes: number;
  readonly leastMinutes: number;
  /** Days of this week out of all days of the period from its first day on: its part of what is to be mended. */
  readonly weekShare: number;
}

/**
 * The frame of a period, the week to be planned taken out of it, so that planning the same week again finds the same frame.
 *
 * @param weekDates Monday to Sunday
 */
export function weekFrame(source: LedgerSource, week: IsoWeek, weekDates: readonly LocalDate[]): WeekFrame {
  const { asOf, settings } = source;
  const inWeek = new Set(weekDates);
  const line = ramtidLedgerLine({
    ...source,
    published: source.published.filter(({ onDate }) => !inWeek.has(onDate)),
    // A published week without published visits has nothing planned in it.
    publishedWeeks: new Set([...source.publishedWeeks, week]),
  });
  const ahead = datesOfPeriod(source.period).filter((date) => date >= asOf);
  const dates = ahead.filter((date) => inWeek.has(date));
  const first = dates[0];
  const fromFirst = first === undefined ? [] : ahead.filter((date) => date >= first);
  const frame = line.orderedMinutes + line.carriedOverMinutes;
  return {
    source,
    line,
    dates: new Set(dates),
    elsewhereMinutes: line.forecastMinutes,
    mostMinutes: frame * settings.ramtidWarning.over,
    leastMinutes: (frame - line.givenBackMinutes) * settings.ramtidWarning.under,
    weekShare: fromFirst.length === 0 ? 0 : dates.length / fromFirst.length,
  };
}

/** Minutes a demand takes from the frame: all of them, or by the share of its days that lie in the period. */
export function minutesInFrame(demand: VisitDemand, { source, dates }: WeekFrame): number {
  const inFrame = demand.allowedDates.filter((date) => dates.has(date)).length;
  const ahead = demand.allowedDates.filter((date) => date >= source.asOf).length;
  if (ahead === 0) return 0;
  return (drawnMinutesOfVisit(demand, source.order, source.settings) * inFrame) / ahead;
}

/** What the frame's period comes to with these visits in the week. Of today only what is not yet performed is planned. */
export function forecastWith(demands: readonly VisitDemand[], frame: WeekFrame): number {
  const { asOf, performed } = frame.source;
  const today = demands.filter(({ allowedDates }) => allowedDates.length === 1 && allowedDates[0] === asOf);
  const sum = (some: readonly VisitDemand[]): number =>
    some.reduce((total, demand) => total + minutesInFrame(demand, frame), 0);
  return frame.elsewhereMinutes + sum(demands) - Math.min(performed.performedOnAsOfMinutes, sum(today));
}
