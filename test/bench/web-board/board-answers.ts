import type {
  DayRouteAnswer,
  EmployeeAnswer,
  MovePriceAnswer,
  PlacesAnswer,
  PlannedVisitAnswer,
  RouteStopAnswer,
  UnassignedDemandAnswer,
  VisitDemandAnswer,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { DEFAULT_UNIT_SETTINGS } from '@hemtjanst/domain';

/** One Monday of one unit, of the size the board is promised for: invented, and with the work of a full day. */
const ROWS = 40;
const VISITS_PER_ROW = 10;
export const VISITS = ROWS * VISITS_PER_ROW;
export const WEEK = '2031-W10';
export const MONDAY = '2031-03-03';
const UNASSIGNED = 10;

const idOf = (kind: number, number: number): string =>
  `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
const UNIT_ID = idOf(1, 1);
const GROUP_ID = idOf(2, 1);
export const PLAN_ID = idOf(3, 1);
const PREMISES_ID = idOf(4, 1);
const rows = Array.from({ length: ROWS }, (_, number) => number);
const visits = Array.from({ length: VISITS }, (_, number) => number);

/** Minutes after midnight as an instant of the Monday. */
const at = (minute: number): string =>
  `${MONDAY}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+01:00`;

/** Ten visits of 30 minutes with 10 minutes of way before each, and 45 minutes of rast after the sixth. */
const startOf = (position: number): number => 7 * 60 + 25 + position * 45 + (position > 5 ? 45 : 0);

const employees: readonly EmployeeAnswer[] = rows.map((number) => ({
  id: idOf(5, number),
  code: `E${number}`,
  version: 1,
  name: `Medarbetare ${number + 1}`,
  workGroupId: GROUP_ID,
  title: 'underskoterska',
  employment: 'tillsvidare',
  employmentRate: 1,
  competences: [],
  mode: 'elcykel',
  gender: null,
  languages: [],
  toleratesDogs: true,
  toleratesCats: true,
  toleratesSmoke: true,
}));

const brukare = visits.map((number) => ({
  id: idOf(6, number),
  code: `B${number}`,
  version: 1,
  name: `Brukare ${number + 1}`,
  address: `Provgatan ${number + 1}`,
  workGroupId: GROUP_ID,
  kontaktmanId: idOf(5, number % ROWS),
  fastOmsorgskontaktId: null,
  isProtected: false,
}));

const rowOf = (visit: number): number => Math.floor(visit / VISITS_PER_ROW);
const demandId = (visit: number): string => `T${visit}:${WEEK}:1`;

const plannedVisits: readonly PlannedVisitAnswer[] = visits.map((number) => ({
  id: idOf(7, number),
  brukareId: idOf(6, number),
  ramtidOrderId: idOf(8, number),
  templateCode: `T${number}`,
  visitDemandId: demandId(number),
  date: MONDAY,
  startsAt: at(startOf(number % VISITS_PER_ROW)),
  endsAt: at(startOf(number % VISITS_PER_ROW) + 30),
  serviceMinutes: 30,
  employeeIds: [idOf(5, rowOf(number))],
  shiftIds: [idOf(9, rowOf(number))],
  helper: null,
  insatser: ['morgon', 'frukost'],
  pinned: number % 20 === 3,
  isProposed: number % 33 === 0,
  newFaceEmployeeIds: number % 4 === 0 ? [idOf(5, rowOf(number))] : [],
}));

const demands: readonly VisitDemandAnswer[] = visits.map((number) => ({
  id: demandId(number),
  templateCode: `T${number}`,
  ramtidOrderId: idOf(8, number),
  brukareId: idOf(6, number),
  occurrence: 1,
  allowedDates: [MONDAY],
  window: { earliest: '07:00', latest: '16:00' },
  serviceMinutes: 30,
  helper: null,
  insatser: ['morgon', 'frukost'],
  competences: [],
  priority: 1,
  isTimeCritical: number % 7 === 0,
  gap: null,
  minDaysBetween: 0,
  isProposed: false,
}));

const stop = (fields: Partial<RouteStopAnswer> & Pick<RouteStopAnswer, 'kind'>, from: number, to: number) => ({
  id: `${from}`,
  plannedVisitId: null,
  brukareId: null,
  premisesId: PREMISES_ID,
  leg: { travelSeconds: 0, handlingSeconds: 0, travelMeters: 0, isEstimated: false },
  waitSeconds: 0,
  arrivesAt: at(from),
  startsAt: at(from),
  endsAt: at(to),
  ...fields,
});
const way = { travelSeconds: 420, handlingSeconds: 180, travelMeters: 1400, isEstimated: false };

const routes: readonly DayRouteAnswer[] = rows.map((row) => ({
  id: idOf(10, row),
  planId: PLAN_ID,
  planVersion: 1,
  shiftId: idOf(9, row),
  employeeId: idOf(5, row),
  workGroupId: GROUP_ID,
  date: MONDAY,
  mode: 'elcykel',
  sums: {
    visits: VISITS_PER_ROW,
    visitSeconds: 18_000,
    travelSeconds: 4620,
    handlingSeconds: 1980,
    waitSeconds: 3000,
    breakSeconds: 2700,
    kringtidSeconds: 1800,
    travelMeters: 15_400,
  },
  stops: [
    stop({ kind: 'premises' }, 420, 420),
    stop({ kind: 'kringtid' }, 420, 435),
    ...Array.from({ length: VISITS_PER_ROW }, (_, position) => {
      const visit = row * VISITS_PER_ROW + position;
      const from = startOf(position);
      const there = { kind: 'visit' as const, plannedVisitId: idOf(7, visit), brukareId: idOf(6, visit), leg: way };
      const visited = stop({ ...there, premisesId: null }, from, from + 30);
      return position === 5
        ? [visited, stop({ kind: 'break', brukareId: idOf(6, visit), premisesId: null }, from + 30, from + 75)]
        : [visited];
    }).flat(),
    stop({ kind: 'kringtid', leg: way }, 16 * 60 + 30, 16 * 60 + 45),
    stop({ kind: 'premises' }, 16 * 60 + 45, 16 * 60 + 45),
  ],
}));

const unassigned: readonly UnassignedDemandAnswer[] = Array.from({ length: UNASSIGNED }, (_, number) => ({
  visitDemandId: `U${number}:${WEEK}:1`,
  templateCode: `U${number}`,
  brukareId: idOf(6, number),
  date: MONDAY,
  serviceMinutes: 40,
  priority: 2,
  reasons: [{ code: 'no-room', text: 'Inget pass har plats.' }],
  waysOut: [],
}));

const plan: WeeklyPlanAnswer = {
  id: PLAN_ID,
  week: WEEK,
  workGroupId: null,
  planVersion: 1,
  status: 'utkast',
  version: 1,
  runId: null,
  madeAt: at(300),
  madeFrom: { settingsVersion: 1, basedOnPlanId: null },
  seed: 1,
  travel: { source: 'street-network', mapId: 'prov', estimatedLegs: 0, profiles: {} },
  metrics: {
    visitMinutes: VISITS * 30,
    travelMinutes: 3080,
    handlingMinutes: 1320,
    waitMinutes: 2000,
    breakMinutes: 1800,
    kringtidMinutes: 1200,
    staffMinutes: 21_600,
    plannedEfficiency: 0.55,
    distinctEmployeesPer14Days: { mean: 5, median: 5, max: 9, shareAbove10: 0 },
    unassignedVisits: UNASSIGNED,
    contactPersonShare: 0.4,
    travelMeters: 616_000,
    objective: 300_000,
    lowerBound: null,
    attainableEfficiency: null,
  },
  visitCount: VISITS,
  pinnedCount: 20,
  publishedAt: null,
  publishedBy: null,
  replacedAt: null,
};

const places: PlacesAnswer = {
  version: 1,
  places: [],
  forbidden: rows
    .filter((row) => row % 9 === 8)
    .map((row) => ({
      rule: 'competence',
      shiftId: idOf(9, row),
      text: { sv: 'Medarbetaren saknar delegering.', en: 'The employee lacks a delegation.' },
    })),
};

const price: MovePriceAnswer = {
  version: 1,
  place: {
    shiftId: idOf(9, 0),
    employeeId: idOf(5, 0),
    date: MONDAY,
    startsAt: at(600),
    endsAt: at(630),
    latestStartsAt: at(620),
    helper: null,
    isPresent: false,
    differenceSeconds: 240,
    lines: [
      { rule: 'travel', seconds: 240, amount: 240, text: { sv: '4 min mer restid', en: '4 min more travel' } },
      { rule: 'continuity', seconds: 300, amount: 1, text: { sv: 'ett nytt ansikte', en: 'one new face' } },
    ],
    warnings: [],
    shiftedVisits: [],
  },
  refusals: [],
};

const all = (items: readonly unknown[], query: URLSearchParams): object => {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('size') ?? 200)];
  return { items: items.slice((page - 1) * size, page * size), total: items.length, page, size };
};

/** What the service would answer; undefined: the board is not meant to ask that. */
export function boardAnswer({ pathname, searchParams }: URL): object | undefined {
  const path = pathname.replace(`/api/units/${UNIT_ID}/`, '').replace(`weekly-plans/${PLAN_ID}/`, 'plan/');
  switch (path) {
    case '/api/me':
      return {
        accountId: idOf(11, 1),
        displayName: 'Planerare',
        roles: ['planerare'],
        units: [{ id: UNIT_ID, code: 'prov', name: 'Prov' }],
        employeeId: null,
      };
    case 'work-groups':
      return { items: [{ id: GROUP_ID, code: 'G1', name: 'Grupp 1', kind: 'ordinarie', version: 1 }] };
    case 'settings':
      return { settings: DEFAULT_UNIT_SETTINGS, version: 1 };
    case 'planning-runs':
      return { items: [] };
    case 'weekly-plans':
      return all([plan], searchParams);
    case 'employees':
      return all(employees, searchParams);
    case 'brukare':
      return all(brukare, searchParams);
    case 'visit-demands':
      return { week: WEEK, demands, dropped: [] };
    case 'day-routes':
      return { items: searchParams.get('date') === MONDAY ? routes : [] };
    case 'plan/visits':
      return { items: plannedVisits };
    case 'plan/unassigned':
      return { items: unassigned };
    case 'plan/edits':
      return { items: [] };
    case 'plan/places':
      return places;
    case 'plan/price-move':
      return price;
    default:
      return undefined;
  }
}
