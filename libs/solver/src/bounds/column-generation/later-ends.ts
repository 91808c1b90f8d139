import type { DayOfRoutes, Fleet } from './day-of-routes.js';

/**
 * Where visits take no time a route could go in circles without getting later. Ticks finer than seconds, one for each such
 * visit, forbid it, and no window is missed by them: a second has more ticks than a route has visits.
 */
export function withLaterEnds(day: DayOfRoutes): DayOfRoutes {
  return { ...day, fleets: day.fleets.map((fleet) => (fleet.service.includes(0) ? inTicks(fleet) : fleet)) };
}

function inTicks(fleet: Fleet): Fleet {
  const ticks = fleet.rowOf.length + 1;
  const first = (seconds: number) => seconds * ticks;
  const last = (seconds: number) => seconds * ticks + ticks - 1;
  return {
    ...fleet,
    start: first(fleet.start),
    end: last(fleet.end),
    pauses: fleet.pauses.map(({ duration, earliest, latest }) => ({
      duration: first(duration),
      earliest: first(earliest),
      latest: last(latest),
    })),
    opens: fleet.opens.map(first),
    closes: fleet.closes.map(last),
    service: fleet.service.map((seconds) => Math.max(1, first(seconds))),
    wayTicks: fleet.wayTicks.map(first),
  };
}
