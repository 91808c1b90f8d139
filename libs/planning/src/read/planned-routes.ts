import type { PlannedRoute, RouteStop, RouteStopKind, Shift } from '@hemtjanst/domain';
import type { Problem, SolveResult, SolvedRoute, SolvedStop } from '@hemtjanst/solver';
import type { WeekProblemKey } from '../build-week-problem.js';
import { shiftPauses } from '../problem/shifts.js';
import { plannableMinutes } from '../rules/working-time.js';
import { dayIndex, weekSeconds } from '../problem/week-seconds.js';
import { premisesPlaceId } from '../week-places.js';
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
  private readonly shift: Shift;
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
    this.pushKringtid(premises, this.localSecond(plannable.from));
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
      const pause = shiftPauses(this.shift, this.key.groupWeek.settings)[stop.index];
      const kind = pause.kind === 'break' ? 'break' : 'kringtid';
      this.push(kind, null, { place: this.at.place, start: stop.start, end: stop.end });
    }
  }

  /** Back at the premises, kringtid until the shift ends; time left over before it is waiting there. */
  private pushReturn(premises: number, kringtidStart: number): void {
    const shiftEnd = this.localSecond(this.shift.endsAt);
    if (kringtidStart < shiftEnd) this.push('kringtid', null, { place: premises, start: kringtidStart, end: shiftEnd });
    this.push('premises', null, { place: premises, start: shiftEnd, end: shiftEnd });
  }

  private pushKringtid(premises: number, until: number): void {
    if (until > this.at.since) this.push('kringtid', null, { place: premises, start: this.at.since, end: until });
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
