import type { RouteReportAnswer, ShortLegAnswer, TravelReportAnswer } from '@hemtjanst/contracts';
import { fileClock, type ListCell, type ListFile } from '../../http/list-file.js';

/** A row per shift with its slack, followed by a row per finding. */
export const travelReportFile = ({ week, routes }: TravelReportAnswer): ListFile => ({
  name: `restidsrapport-${week}`,
  columns: [
    'datum',
    'anstnr',
    'passnr',
    'rad',
    'start',
    'slut',
    'fran_kundnr',
    'till_kundnr',
    'planerat_sekunder',
    'behovs_sekunder',
    'saknas_sekunder',
    'marginal_minuter',
    'text',
  ],
  rows: routes.flatMap((route) => [
    routeRow(route),
    ...route.shortLegs.map((leg) => legRow(route, leg)),
    ...route.overlaps.map((finding) => findingRow(route, 'överlapp', finding)),
    ...route.rastFaults.map((finding) => findingRow(route, 'rast', finding)),
  ]),
  idColumns: { anstnr: 'employee', passnr: 'shift', fran_kundnr: 'brukare', till_kundnr: 'brukare' },
});

type Finding = RouteReportAnswer['overlaps'][number];

const ofRoute = (route: RouteReportAnswer): readonly ListCell[] => [route.date, route.employeeId, route.shiftId];

const routeRow = (route: RouteReportAnswer): readonly ListCell[] => [
  ...ofRoute(route),
  'rutt',
  fileClock(route.startsAt),
  fileClock(route.endsAt),
  null,
  null,
  null,
  null,
  null,
  Math.floor(route.slackSeconds / 60),
  route.isTight ? 'Rutten saknar marginal.' : null,
];

const legRow = (route: RouteReportAnswer, leg: ShortLegAnswer): readonly ListCell[] => [
  ...ofRoute(route),
  'kort förflyttning',
  fileClock(leg.leavesAt),
  fileClock(leg.arrivesAt),
  leg.from.brukareId,
  leg.to.brukareId,
  leg.givenSeconds,
  leg.neededSeconds,
  leg.shortSeconds,
  null,
  `Förflyttningen är ${leg.shortSeconds} s kortare än tiden från dörr till dörr.`,
];

const findingRow = (route: RouteReportAnswer, kind: string, finding: Finding): readonly ListCell[] => [
  ...ofRoute(route),
  kind,
  null,
  null,
  null,
  finding.brukareId,
  null,
  null,
  finding.amount,
  null,
  finding.text,
];
