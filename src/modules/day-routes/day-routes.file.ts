import type { DayRouteAnswer, RouteStopAnswer } from '@hemtjanst/contracts';
import { fileClock, type ListFile } from '../../http/list-file.js';

/** The routes of a day stop by stop, each with the way there in its parts. */
export const dayRoutesFile = ({ items }: { readonly items: readonly DayRouteAnswer[] }): ListFile => ({
  name: 'rutter',
  columns: [
    'datum',
    'grupp',
    'anstnr',
    'passnr',
    'fardsatt',
    'rad',
    'vad',
    'kundnr',
    'framme',
    'start',
    'slut',
    'restid_sekunder',
    'hantering_sekunder',
    'meter',
    'vantan_sekunder',
  ],
  rows: items.flatMap((route) =>
    route.stops.map((stop, at) => [
      route.date,
      route.workGroupId,
      route.employeeId,
      route.shiftId,
      route.mode,
      at + 1,
      KINDS[stop.kind],
      stop.brukareId,
      fileClock(stop.arrivesAt),
      fileClock(stop.startsAt),
      fileClock(stop.endsAt),
      stop.leg.travelSeconds,
      stop.leg.handlingSeconds,
      stop.leg.travelMeters,
      stop.waitSeconds,
    ]),
  ),
  idColumns: { grupp: 'work-group', anstnr: 'employee', passnr: 'shift', kundnr: 'brukare' },
});

const KINDS: Readonly<Record<RouteStopAnswer['kind'], string>> = {
  visit: 'besök',
  break: 'rast',
  premises: 'lokal',
  kringtid: 'kringtid',
};
