import type { Violation } from '../../violation.js';
import type { PlannedRoute } from '../weekly-plan.js';
import { epochOf, hasVisits, type PlanIndex } from './plan-index.js';
import { atRoute } from './violation-at.js';

/** A rast interrupts work only if it is at least this long (AV: 15 + 30 minutes as two raster; domain.md section 6). */
const SHORTEST_PART_MINUTES = 15;

/** The rostered rast has room, and nobody works more than five hours without one (arbetstidslagen 15 §). */
export function checkRast(index: PlanIndex): readonly Violation[] {
  return index.plan.routes
    .filter(hasVisits)
    .flatMap((route) => [...checkLength(route, index), ...checkStretches(route, index)]);
}

interface Period {
  readonly from: number;
  readonly to: number;
}

const rasterOf = (route: PlannedRoute): readonly Period[] =>
  route.stops
    .filter(({ kind }) => kind === 'break')
    .map(({ startsAt, endsAt }) => ({ from: epochOf(startsAt), to: epochOf(endsAt) }))
    .filter(({ from, to }) => to - from >= SHORTEST_PART_MINUTES * 60)
    .sort((a, b) => a.from - b.from);

function checkLength(route: PlannedRoute, { shiftById, settings }: PlanIndex): readonly Violation[] {
  const shift = shiftById.get(route.shiftId);
  const worked = workOf(route);
  if (shift === undefined || worked === null) return [];
  // A shift that absence has cut to five hours or less needs no rast, whatever the roster says of the whole.
  const isLong = worked.to - worked.from > settings.longestWorkWithoutRastMinutes * 60;
  const isWhole = worked.to - worked.from >= (shift.endsAt - shift.startsAt) * 60;
  const lawful = isLong ? settings.shortestRastMinutes : 0;
  const needed = (isLong || isWhole) && shift.breakMinutes > 0 ? shift.breakMinutes : lawful;
  const planned = rasterOf(route).reduce((sum, { from, to }) => sum + to - from, 0);
  const short = needed * 60 - planned;
  if (short <= 0) return [];
  return [
    planned === 0
      ? atRoute(route, { rule: 'rast-missing', amount: short, text: `Rasten på ${needed} min saknas.` })
      : atRoute(route, {
          rule: 'rast-too-short',
          amount: short,
          text: `Rasten är ${planned / 60} min, ska vara ${needed} min.`,
        }),
  ];
}

function checkStretches(route: PlannedRoute, { settings }: PlanIndex): readonly Violation[] {
  const worked = workOf(route);
  if (worked === null) return [];
  const raster = rasterOf(route);
  const starts = [worked.from, ...raster.map(({ to }) => to)];
  const ends = [...raster.map(({ from }) => from), worked.to];
  return starts.flatMap((from, at) => {
    const beyond = (ends[at] ?? from) - from - settings.longestWorkWithoutRastMinutes * 60;
    const text = `Medarbetaren arbetar ${Math.ceil(beyond / 60)} min mer än ${settings.longestWorkWithoutRastMinutes / 60} timmar utan rast.`;
    return beyond > 0 ? [atRoute(route, { rule: 'work-too-long-without-rast', amount: beyond, text })] : [];
  });
}

/** From the first stop at the premises to the last. */
function workOf({ stops }: PlannedRoute): Period | null {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: epochOf(first.arrivesAt), to: epochOf(last.endsAt) };
}
