import { type HistoryVisit, type VisitDemand, addDays, minuteOfDay } from '@hemtjanst/domain';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import type { PricedPlace, WayOutOffer } from '../replan/board-answers.js';
import type { PlanContext, PlanScope } from '../replan/plan-context.js';
import { rankPlaces, rowOf } from '../replan/price-move.js';
import { workGroupRule } from '../rules/work-group.js';

/** So many groups are named: who decides about a loan asks one or two of them. */
const MOST_OFFERS = 3;

/**
 * The week of another group as it looks when it is asked for help with a left-out visit: the visit is one of its own, on the
 * days and at the times that the other visits of its own group leave to it (gaps, days between), and whom the brukare meets
 * this week is known there. Open it with the lending group's plan and hand it to `waysOut`.
 *
 * @param lender the group that is asked, with the ledger's changes that its own plan was made with
 * @returns null where the visits that lie already leave the visit no time at all
 */
export function loanScope(
  context: PlanContext,
  demandId: string,
  lender: Pick<PlanScope, 'workGroupId' | 'adjustments'>,
): PlanScope | null {
  const demand = freeDemand(context, demandId);
  if (demand === null) return null;
  const { unit, week, settings } = context.scope;
  const history = [...unit.history, ...metThisWeek(context, demand.brukareId)];
  return { week, settings, unit: { ...unit, history }, ...lender, extraDemands: [demand] };
}

/** The cheapest place in each lending group that has one, cheapest first; every one has been tried by inserting the visit. */
export function loanOffers(demandId: string, lenders: readonly PlanContext[]): readonly WayOutOffer[] {
  return lenders
    .flatMap((lender): readonly WayOutOffer[] =>
      rankPlaces(lender, { demandId }, 1).places.map((place) => offer(lender, place)),
    )
    .sort((one, other) => one.place.differenceSeconds - other.place.differenceSeconds)
    .slice(0, MOST_OFFERS);
}

function offer({ key }: PlanContext, place: PricedPlace): WayOutOffer {
  const { name } = key.groupWeek.workGroup;
  const text = { sv: `Lånas från ${name}.`, en: `On loan from ${name}.` };
  const brokenRules = [{ rule: workGroupRule.id, text: workGroupRule.explain() }];
  return { kind: 'borrowed-employee', text, place, minutes: null, brokenRules };
}

/** The demand on the days and in the minutes that the brukare's visits with a place leave to it. */
function freeDemand(context: PlanContext, demandId: string): VisitDemand | null {
  const row = rowOf(context, demandId);
  const { demand } = context.key.rows[row];
  const { dates } = context.key.groupWeek;
  const bounds = gapBounds(context, row);
  const isFree = (day: number) => isFarEnough(context, row, day) && bounds.every((bound) => bound.day === day);
  const allowedDates = demand.allowedDates.filter((date) => isFree(dayIndex(dates, date)));
  const earliest = Math.max(demand.window.earliest, ...bounds.map((bound) => bound.earliest));
  const latest = Math.min(demand.window.latest, ...bounds.map((bound) => bound.latest));
  if (allowedDates.length === 0 || earliest > latest) return null;
  return { ...demand, allowedDates, window: { earliest: minuteOfDay(earliest), latest: minuteOfDay(latest) } };
}

interface GapBound {
  readonly day: number;
  /** Minutes of the day. */
  readonly earliest: number;
  readonly latest: number;
}

/** When the visit may start because of the visits it hangs together with, where these have a place. */
function gapBounds({ problem, open }: PlanContext, row: number): readonly GapBound[] {
  const { shiftOf, startOf } = open.read();
  return problem.couplings.flatMap(({ first, second, minOffset, maxOffset, together }): readonly GapBound[] => {
    const other = first === row ? second : first;
    if (together || (first !== row && second !== row) || shiftOf[other] < 0) return [];
    const { day } = problem.shifts[shiftOf[other]];
    const sinceMidnight = startOf[other] - weekSeconds(day, 0);
    const [from, to] =
      second === row
        ? [sinceMidnight + minOffset, sinceMidnight + maxOffset]
        : [sinceMidnight - maxOffset, sinceMidnight - minOffset];
    return [{ day, earliest: Math.ceil(from / 60), latest: Math.floor(to / 60) }];
  });
}

function isFarEnough({ problem, open }: PlanContext, row: number, day: number): boolean {
  const { shiftOf } = open.read();
  return problem.spacings
    .filter(({ visits }) => visits.includes(row))
    .every(({ visits, minDays }) =>
      visits.every(
        (other) => other === row || shiftOf[other] < 0 || Math.abs(problem.shifts[shiftOf[other]].day - day) >= minDays,
      ),
    );
}

/** Told to the lending group as met before the week: there only the number of faces counts, not the day. */
function metThisWeek({ plan, key }: PlanContext, brukareId: string): readonly HistoryVisit[] {
  const onDate = addDays(key.groupWeek.dates[0], -1);
  const at = { startsAt: minuteOfDay(0), endsAt: minuteOfDay(0) };
  return plan.visits
    .filter((visit) => visit.brukareId === brukareId)
    .flatMap(({ employeeIds }) => employeeIds)
    .map((employeeId) => ({ brukareId, employeeId, onDate, ...at, kind: 'besok' }));
}
