import type { PlannedRoute, RouteStop, RouteStopKind } from '@hemtjanst/domain';
import type { Problem, SolveResult, SolvedRoute, SolvedStop } from '@hemtjanst/solver';
import type { WeekProblemKey } from '../build-week-problem.js';
import { rasterInMeetings, shiftPauses } from '../problem/shifts.js';
import { plannableMinutes } from '../rules/working-time.js';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import { premisesPlaceId } from '../week-places.js';
import type { PlannableShift } from '../week-scope.js';
import { instantOfWeekSecond } from './clock.js';
import { visitIdOf } from './planned-visits.js';

/** One route per shift, also for a shift without visits: its hours are paid and shown as unused. */
export function plannedRoutes(problem: Problem, key: WeekProblemKey, result: SolveResult): PlannedRoute[] {
  return result.routes.map((route) => new RouteReader(problem, key, route).read());
}

/** Where the employee is, and since when. */
interface Position {
  readonly place: number;
  readonly since: number;
}

interface StopTimes {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

class RouteReader {
  private readonly shift: PlannableShift;
  private readonly modeIndex: number;
  private readonly stops: RouteStop[] = [];
  private at: Position;

  constructor(
    private readonly problem: Problem,
    private readonly key: WeekProblemKey,
    private readonly route: SolvedRoute,
  ) {
    const solverShift = problem.shifts[route.shift];
    this.shift = key.groupWeek.shifts[route.shift];
    this.modeIndex = solverShift.mode;
    this.at = { place: solverShift.startLocation, since: this.localSecond(this.shift.startsAt) };
  }

  read(): PlannedRoute {
    const { shift } = this;
    const premises = this.at.place;
    const plannable = plannableMinutes(shift, this.key.groupWeek.settings);
    this.push('premises', null, { place: premises, start: this.at.since, end: this.at.since });
    this.pushAtPremises({ place: premises, start: this.at.since, end: this.localSecond(plannable.from) });
    for (const stop of this.route.stops) this.pushSolved(stop);
    this.pushReturn(this.problem.shifts[this.route.shift].endLocation, this.localSecond(plannable.to));
    return {
      shiftId: shift.id,
      employeeId: shift.employeeId,
      date: shift.onDate,
      mode: shift.mode,
      startPlaceId: premisesPlaceId(shift.premisesId),
      endPlaceId: premisesPlaceId(shift.premisesId),
      stops: this.stops,
    };
  }

  private pushSolved(stop: SolvedStop): void {
    if (stop.kind === 'visit') {
      const row = this.key.rows[stop.index];
      this.push('visit', visitIdOf(row.demand.id), {
        place: this.problem.visits[stop.index].location,
        start: stop.start,
        end: stop.end,
      });
    } else {
      this.pushPause(stop);
    }
  }

  private pushPause(stop: SolvedStop): void {
    const pause = shiftPauses(this.shift, this.key.groupWeek.settings)[stop.index];
    const { start, end } = stop;
    switch (pause.kind) {
      case 'break':
        return this.push('break', null, { place: this.at.place, start, end });
      case 'larm':
        return this.push('kringtid', null, { place: this.at.place, start, end });
      case 'meeting':
        return this.pushMeeting(stop);
    }
  }

  /** The pause holds the ways too; the meeting itself is at the premises and begins when it begins. */
  private pushMeeting({ end }: SolvedStop): void {
    const meeting = this.shift.meetings.find(({ to, wayMinutes }) => this.localSecond(to + wayMinutes) === end);
    if (meeting === undefined) throw new Error(`shift ${this.shift.id} has no meeting that ends in this pause`);
    const { startLocation } = this.problem.shifts[this.route.shift];
    this.pushAtPremises({
      place: startLocation,
      start: this.localSecond(meeting.from),
      end: this.localSecond(meeting.to),
    });
  }

  /** Back at the premises, kringtid or a meeting until the shift ends; time left over before it is waiting there. */
  private pushReturn(premises: number, kringtidStart: number): void {
    const shiftEnd = this.localSecond(this.shift.endsAt);
    this.pushAtPremises({ place: premises, start: kringtidStart, end: shiftEnd });
    this.push('premises', null, { place: premises, start: shiftEnd, end: shiftEnd });
  }

  /** Kringtid at the premises, with the rast that falls into a meeting. */
  private pushAtPremises({ place, start, end }: StopTimes): void {
    let from = start;
    for (const rast of rasterInMeetings(this.shift, this.key.groupWeek.settings)) {
      const [rastStart, rastEnd] = [this.localSecond(rast.from), this.localSecond(rast.to)];
      if (rastStart < from || rastEnd > end) continue;
      if (rastStart > from) this.push('kringtid', null, { place, start: from, end: rastStart });
      this.push('break', null, { place, start: rastStart, end: rastEnd });
      from = rastEnd;
    }
    if (from < end) this.push('kringtid', null, { place, start: from, end });
  }

  private push(kind: RouteStopKind, visitId: string | null, { place, start, end }: StopTimes): void {
    const legs = this.key.legs[this.modeIndex];
    const cell = this.at.place * this.key.places.places.length + place;
    const travelSeconds = legs.rideSeconds[cell];
    const handlingSeconds = legs.handlingSeconds[cell];
    const arrival = this.at.since + travelSeconds + handlingSeconds;
    this.stops.push({
      kind,
      visitId,
      placeId: this.key.places.places[place].placeId,
      travelSeconds,
      travelMeters: legs.meters[cell],
      handlingSeconds,
      waitSeconds: start - arrival,
      arrivesAt: this.instant(arrival),
      startsAt: this.instant(start),
      endsAt: this.instant(end),
      isEstimated: legs.estimated[cell] === 1,
    });
    this.at = { place, since: end };
  }

  private localSecond(minute: number): number {
    return weekSeconds(dayIndex(this.key.groupWeek.dates, this.shift.onDate), minute);
  }

  private instant(weekSecond: number) {
    return instantOfWeekSecond(this.key.groupWeek.dates, weekSecond);
  }
}
