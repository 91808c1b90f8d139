import type { DayRouteAnswer, RouteStopAnswer, StaffMeetingAnswer } from '@hemtjanst/contracts';
import { clock, splitAtMeetings, type StaffMeetingKind } from '@hemtjanst/domain';
import { minuteOfDate } from '../../lib/format.js';

/** Something with a place on the time axis, in minutes from the day's midnight. */
export interface Span {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface VisitBlock extends Span {
  readonly plannedVisitId: string;
  readonly brukareId: string;
}

/** Does the way fit between two doors? `breaks`: it is longer than the time there is. */
export type RideState = 'holds' | 'estimated' | 'breaks';

export interface RideBar extends Span {
  /** The visit it leads to; null: rast, kringtid or the premises. */
  readonly toVisitId: string | null;
  /** Time left over at the door, waiting. */
  readonly slackSeconds: number;
  readonly travelSeconds: number;
  readonly handlingSeconds: number;
  readonly travelMeters: number;
  readonly state: RideState;
}

export interface OtherBlock extends Span {
  readonly kind: 'break' | 'kringtid' | 'wait' | 'meeting';
  /** Of a meeting. */
  readonly meeting: StaffMeetingKind | null;
}

/** One shift's day on the board. */
export interface BoardRow extends Span {
  readonly route: DayRouteAnswer;
  readonly visits: readonly VisitBlock[];
  readonly rides: readonly RideBar[];
  readonly others: readonly OtherBlock[];
}

/** Rows in the order in which the day begins. A route that is the same as before gives the same row. */
export function boardRows(routes: readonly DayRouteAnswer[]): readonly BoardRow[] {
  return routes
    .map(rowOf)
    .sort((a, b) => a.fromMinute - b.fromMinute || a.toMinute - b.toMinute || (a.route.id < b.route.id ? -1 : 1));
}

const rowByRoute = new WeakMap<DayRouteAnswer, BoardRow>();

function rowOf(route: DayRouteAnswer): BoardRow {
  const known = rowByRoute.get(route);
  if (known !== undefined) return known;
  const row = boardRow(route);
  rowByRoute.set(route, row);
  return row;
}

function boardRow(route: DayRouteAnswer): BoardRow {
  const at = (instant: string): number => minuteOfDate(instant, route.date);
  const spanOf = ({ startsAt, endsAt }: RouteStopAnswer): Span => ({ fromMinute: at(startsAt), toMinute: at(endsAt) });
  const { stops } = route;
  return {
    route,
    fromMinute: Math.min(...stops.map(({ startsAt }) => at(startsAt))),
    toMinute: Math.max(...stops.map(({ endsAt }) => at(endsAt))),
    visits: stops.flatMap((stop) =>
      stop.plannedVisitId === null
        ? []
        : [{ ...spanOf(stop), plannedVisitId: stop.plannedVisitId, brukareId: stop.brukareId ?? '' }],
    ),
    rides: stops.flatMap((stop, index) => rideTo(stop, stops[index - 1], at)),
    others: stops.flatMap((stop) => [...waitBefore(stop, at), ...otherAt(stop, spanOf(stop))]),
  };
}

function rideTo(
  stop: RouteStopAnswer,
  before: RouteStopAnswer | undefined,
  at: (instant: string) => number,
): RideBar[] {
  const { travelSeconds, handlingSeconds, travelMeters } = stop.leg;
  if (before === undefined || travelSeconds + handlingSeconds === 0) return [];
  const [fromMinute, toMinute] = [at(before.endsAt), at(stop.arrivesAt)];
  const ride = { fromMinute, toMinute, travelSeconds, handlingSeconds, travelMeters };
  const { plannedVisitId: toVisitId, waitSeconds: slackSeconds } = stop;
  return [{ ...ride, toVisitId, slackSeconds, state: stateOfRide(stop, before) }];
}

/** A leg shorter than the door-to-door time would be travelled in somebody's rast or visit. */
function stateOfRide({ leg, startsAt }: RouteStopAnswer, before: RouteStopAnswer): RideState {
  const roomSeconds = (Date.parse(startsAt) - Date.parse(before.endsAt)) / 1000;
  if (roomSeconds < leg.travelSeconds + leg.handlingSeconds) return 'breaks';
  return leg.isEstimated ? 'estimated' : 'holds';
}

function waitBefore(stop: RouteStopAnswer, at: (instant: string) => number): OtherBlock[] {
  if (stop.waitSeconds < 60) return [];
  return [{ kind: 'wait', meeting: null, fromMinute: at(stop.arrivesAt), toMinute: at(stop.startsAt) }];
}

const otherAt = ({ kind }: RouteStopAnswer, span: Span): OtherBlock[] =>
  (kind === 'break' || kind === 'kringtid') && span.toMinute > span.fromMinute
    ? [{ kind, meeting: null, ...span }]
    : [];

type BoardMeeting = Pick<StaffMeetingAnswer, 'kind' | 'date' | 'startsAt' | 'endsAt' | 'workGroupId'>;

/**
 * The rows with meetings where the plan has kringtid: the plan keeps the time free and does not say what for. A row that is
 * the same as before gives the same row.
 */
export const withMeetings = (rows: readonly BoardRow[], meetings: readonly BoardMeeting[]): readonly BoardRow[] =>
  meetings.length === 0 ? rows : rows.map((row) => rowWithMeetings(row, meetings));

const withMeetingsByRow = new WeakMap<
  BoardRow,
  { readonly meetings: readonly BoardMeeting[]; readonly row: BoardRow }
>();

function rowWithMeetings(row: BoardRow, meetings: readonly BoardMeeting[]): BoardRow {
  const known = withMeetingsByRow.get(row);
  if (known?.meetings === meetings) return known.row;
  const { date, workGroupId } = row.route;
  const own = meetings
    .filter((meeting) => meeting.date === date && (meeting.workGroupId ?? workGroupId) === workGroupId)
    .map(({ kind, startsAt, endsAt }) => ({ kind, from: clock(startsAt), to: clock(endsAt) }));
  const made = own.length === 0 ? row : { ...row, others: row.others.flatMap((other) => partsOf(other, own)) };
  withMeetingsByRow.set(row, { meetings, row: made });
  return made;
}

function partsOf(other: OtherBlock, meetings: Parameters<typeof splitAtMeetings>[1]): readonly OtherBlock[] {
  if (other.kind !== 'kringtid') return [other];
  const parts = splitAtMeetings({ from: other.fromMinute, to: other.toMinute }, meetings);
  return parts.map(({ from: fromMinute, to: toMinute, meeting }) => ({
    kind: meeting === null ? 'kringtid' : 'meeting',
    meeting,
    fromMinute,
    toMinute,
  }));
}

/** The whole hours the board shows; a working day where nobody works. */
export function boardSpan(rows: readonly BoardRow[]): Span {
  if (rows.length === 0) return { fromMinute: 7 * 60, toMinute: 16 * 60 };
  return {
    fromMinute: Math.floor(Math.min(...rows.map(({ fromMinute }) => fromMinute)) / 60) * 60,
    toMinute: Math.ceil(Math.max(...rows.map(({ toMinute }) => toMinute)) / 60) * 60,
  };
}

/** Where a span lies on the axis, in percent of its width. */
export function placeOn(axis: Span, { fromMinute, toMinute }: Span): { readonly left: string; readonly width: string } {
  const length = axis.toMinute - axis.fromMinute;
  const percent = (minutes: number): string => `${((minutes / length) * 100).toFixed(3)}%`;
  return { left: percent(fromMinute - axis.fromMinute), width: percent(Math.max(0, toMinute - fromMinute)) };
}

/** So close to the latest start that a ride without slack has nothing to give. */
const TIGHT_MINUTES = 5;

/** A ride with no time over, to a visit that cannot begin later either: it holds, and any delay breaks it. */
export const isTight = ({ state, slackSeconds }: RideBar, startsMinute: number, latestMinute: number): boolean =>
  state !== 'breaks' && slackSeconds < 60 && latestMinute - startsMinute < TIGHT_MINUTES;
