import type { DayRouteAnswer } from '@hemtjanst/contracts';

export interface WeekShift {
  readonly routeId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly visits: number;
  /** Visit time of the paid time, 0–1: the rast is unpaid. */
  readonly visitShare: number;
}

export interface WeekRow {
  readonly employeeId: string;
  /** A list per day: nobody works on some, twice on others (delat pass). */
  readonly days: readonly (readonly WeekShift[])[];
}

/** The routes of each day, turned round: a row per employee. */
export function shiftsByEmployee(routesByDay: readonly (readonly DayRouteAnswer[])[]): WeekRow[] {
  const ids = new Set(routesByDay.flatMap((routes) => routes.map(({ employeeId }) => employeeId)));
  return [...ids].map((employeeId) => ({
    employeeId,
    days: routesByDay.map((routes) =>
      routes
        .filter((route) => route.employeeId === employeeId)
        .map(weekShift)
        .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    ),
  }));
}

function weekShift({ id, stops, sums }: DayRouteAnswer): WeekShift {
  const startsAt = stops[0]?.startsAt ?? '';
  const endsAt = stops.at(-1)?.endsAt ?? '';
  const paidSeconds = (Date.parse(endsAt) - Date.parse(startsAt)) / 1000 - sums.breakSeconds;
  const visitShare = paidSeconds > 0 ? sums.visitSeconds / paidSeconds : 0;
  return { routeId: id, startsAt, endsAt, visits: sums.visits, visitShare };
}
