import type { LocalDate, VisitDemand } from '@hemtjanst/domain';

/** Staffing is counted in quarters of an hour. */
export const SLOT_MINUTES = 15;
export const SLOTS_A_DAY = 1440 / SLOT_MINUTES;

/** Employees needed at once in each quarter of an hour of a date. */
export type DayNeed = Float64Array;

/**
 * How many employees a group needs through each date of the week when its visits are laid as evenly as their windows
 * allow, with the ride and the handling at the door that come with each: those with the least choice first, service that floats over the week last, where the days are emptiest.
 */
export function staffNeed(
  demands: readonly VisitDemand[],
  dates: readonly LocalDate[],
  travelMinutesPerVisit: number,
): Map<LocalDate, DayNeed> {
  const needs = new Map(dates.map((date) => [date, new Float64Array(SLOTS_A_DAY)]));
  for (const demand of [...demands].sort((a, b) => choices(a) - choices(b))) {
    const employees = demand.helper === null ? 1 : 2;
    const minutes = demand.serviceMinutes + travelMinutesPerVisit;
    const { need, startsAt } = emptiestPlace(demand, minutes, needs);
    if (need !== null) addVisit(need, startsAt, minutes, employees);
  }
  return needs;
}

const choices = ({ allowedDates, window }: VisitDemand): number =>
  allowedDates.length * (window.latest - window.earliest + 1);

interface Place {
  readonly need: DayNeed | null;
  readonly startsAt: number;
  readonly crowd: number;
}

function emptiestPlace(demand: VisitDemand, minutes: number, needs: ReadonlyMap<LocalDate, DayNeed>): Place {
  let best: Place = { need: null, startsAt: 0, crowd: Infinity };
  for (const date of demand.allowedDates) {
    const need = needs.get(date);
    if (need === undefined) continue;
    for (let startsAt: number = demand.window.earliest; startsAt <= demand.window.latest; startsAt += SLOT_MINUTES) {
      const crowd = crowdIn(need, startsAt, minutes);
      if (crowd < best.crowd) best = { need, startsAt, crowd };
    }
  }
  return best;
}

function crowdIn(need: DayNeed, startsAt: number, lengthMinutes: number): number {
  let crowd = 0;
  forEachSlot(startsAt, lengthMinutes, (slot, share) => (crowd += (need[slot] ?? 0) * share));
  return crowd;
}

function addVisit(need: DayNeed, startsAt: number, lengthMinutes: number, employees: number): void {
  forEachSlot(startsAt, lengthMinutes, (slot, share) => (need[slot] = (need[slot] ?? 0) + share * employees));
}

/** Working minutes that the needs add up to. */
export const neededMinutes = (needs: readonly DayNeed[]): number =>
  needs.reduce((sum, need) => sum + need.reduce((total, employees) => total + employees * SLOT_MINUTES, 0), 0);

/** The slots that an interval touches, each with the share of it that is covered. */
export function forEachSlot(from: number, lengthMinutes: number, visit: (slot: number, share: number) => void): void {
  const to = Math.min(1440, from + lengthMinutes);
  for (let slot = Math.floor(from / SLOT_MINUTES); slot * SLOT_MINUTES < to; slot++) {
    const covered = Math.min(to, (slot + 1) * SLOT_MINUTES) - Math.max(from, slot * SLOT_MINUTES);
    visit(slot, covered / SLOT_MINUTES);
  }
}
