import { aCareUnit, anEmployee, aShift, aVisitDemand } from '../testing/builders.js';
import { aPlannedRoute, aPlannedVisit, aWeeklyPlan, onMonday, stopsFrom } from '../testing/plan-builders.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { checkWeeklyPlan } from './check-weekly-plan.js';
import { travelReport, type TravelReportQuestion } from './travel-report.js';
import type { PlannedRoute, WeeklyPlan } from './weekly-plan.js';

/** Every way takes so long from door to door: ten minutes as the plan has it, where nothing else is said. */
function reportOf(plan: Partial<WeeklyPlan> = {}, neededSeconds: number | null = 600, leastRouteSlackMinutes = 10) {
  const settings = { ...DEFAULT_UNIT_SETTINGS, leastRouteSlackMinutes };
  const handlingSeconds = 180;
  const legSeconds: TravelReportQuestion['legSeconds'] = () =>
    neededSeconds === null ? null : { rideSeconds: neededSeconds - handlingSeconds, handlingSeconds };
  const unit = aCareUnit();
  const whole = aWeeklyPlan(plan, unit);
  const violations = checkWeeklyPlan(unit, whole, { settings, demands: [aVisitDemand()], legSeconds });
  return travelReport({
    plan: whole,
    settings,
    legSeconds,
    legParts: () => [
      { kind: 'ride', seconds: (neededSeconds ?? 0) - handlingSeconds },
      { kind: 'mode', seconds: handlingSeconds },
    ],
    violations,
  });
}

const away = { travelSeconds: 420, handlingSeconds: 180 };
const atPremises = (time: string) => ({ kind: 'premises', startsAt: onMonday(time), endsAt: onMonday(time) }) as const;

/** 07:00–11:00 without rast, visit V1 until `visitEnds`, ten minutes there and ten home: the rest is waiting. */
const shortDay = (visitStarts: string, visitEnds: string, home = '11:00'): PlannedRoute =>
  aPlannedRoute({
    stops: stopsFrom([
      atPremises('07:00'),
      {
        kind: 'visit',
        visitId: 'V1',
        placeId: 'brukare:B1',
        startsAt: onMonday(visitStarts),
        endsAt: onMonday(visitEnds),
        ...away,
      },
      { ...atPremises(home), ...away },
    ]),
  });

describe('travelReport', () => {
  it('says of an honest plan how many ways there are and what each shift has to spare', () => {
    const { counts, routes, otherHardCount } = reportOf();
    expect(counts).toEqual({
      routes: 1,
      legs: 2,
      estimatedLegs: 0,
      uncheckedLegs: 0,
      shortLegs: 0,
      overlaps: 0,
      rastFaults: 0,
      tightRoutes: 0,
    });
    // 35 min before the visit, 2 h 30 min before the rast, 3 h 50 min before the way home: 35 + 150 + 230 = 415.
    expect(routes[0]).toMatchObject({ shiftId: 'S1', employeeId: 'E1', slackSeconds: 415 * 60, isTight: false });
    expect(otherHardCount).toBe(0);
  });

  it('lets a way be as long as the model says, and names it when it is one second shorter', () => {
    expect(reportOf({}, 600).counts.shortLegs).toBe(0);
    const { counts, routes } = reportOf({}, 601);
    expect(counts.shortLegs).toBe(2);
    expect(routes[0]?.shortLegs[0]).toEqual({
      fromPlaceId: 'premises:L1',
      toPlaceId: 'brukare:B1',
      visitId: 'V1',
      leavesAt: onMonday('07:15'),
      arrivesAt: '2026-03-02T06:25:00.000Z',
      givenSeconds: 600,
      neededSeconds: 601,
      shortSeconds: 1,
      parts: [
        { kind: 'ride', seconds: 421 },
        { kind: 'mode', seconds: 180 },
      ],
    });
  });

  it('counts ways that nobody knows as not checked, never as short', () => {
    expect(reportOf({}, null).counts).toMatchObject({ legs: 2, uncheckedLegs: 2, shortLegs: 0 });
  });

  it('warns of a route with less waiting and free time than the limit, and not of one with just as much', () => {
    // 07:00–11:00 is 240 min; the ways take 20: a visit of 210 min leaves 10, one of 211 min leaves 9.
    const minutesLeft = (ends: string) =>
      reportOf({
        routes: [shortDay('07:10', ends)],
        visits: [aPlannedVisit({ startsAt: onMonday('07:10'), endsAt: onMonday(ends) })],
      });
    expect(minutesLeft('10:40').routes[0]).toMatchObject({ slackSeconds: 600, isTight: false });
    expect(minutesLeft('10:41').routes[0]).toMatchObject({ slackSeconds: 540, isTight: true });
    expect(minutesLeft('10:41').counts.tightRoutes).toBe(1);
  });

  it('shows a stop that begins before the employee is there, but not one that begins on arrival', () => {
    const starting = (starts: string) =>
      reportOf({
        routes: [shortDay(starts, '07:40')],
        visits: [aPlannedVisit({ startsAt: onMonday(starts), endsAt: onMonday('07:40') })],
      }).routes[0]?.overlaps.map(({ rule }) => rule);
    expect(starting('07:10')).toEqual([]);
    expect(starting('07:09')).toEqual(['negative-time', 'starts-before-arrival']);
  });

  it('shows a shift that works more than five hours without rast, but not exactly five', () => {
    const until = (home: string) => reportOf({ routes: [shortDay('08:00', '08:30', home)] }).routes[0]?.rastFaults;
    expect(until('12:00')).toEqual([]);
    expect(until('12:01')?.map(({ rule }) => rule)).toEqual(['rast-missing', 'work-too-long-without-rast']);
  });

  it('counts what stops publishing for other reasons apart', () => {
    expect(reportOf({ unassigned: [], visits: [aPlannedVisit({ insatser: ['lunch'] })] }).otherHardCount).toBe(1);
  });

  it('leaves out shifts without visits, and goes by day and then by time', () => {
    const unit = aCareUnit({ shifts: [aShift(), aShift({ id: 'S2' })], employees: [anEmployee()] });
    const empty = aPlannedRoute({ shiftId: 'S2', stops: stopsFrom([atPremises('07:00'), atPremises('16:00')]) });
    const later = aPlannedRoute({ shiftId: 'S3', date: aPlannedRoute().date });
    const plan = aWeeklyPlan({ routes: [{ ...later, stops: later.stops.slice(2) }, empty, aPlannedRoute()] }, unit);
    const { routes } = travelReport({
      plan,
      settings: DEFAULT_UNIT_SETTINGS,
      legSeconds: () => null,
      legParts: () => null,
      violations: [],
    });
    expect(routes.map(({ shiftId }) => shiftId)).toEqual(['S1', 'S3']);
  });
});
