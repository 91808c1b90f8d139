import {
  type CareUnit,
  DEFAULT_UNIT_SETTINGS,
  clock,
  isoWeek,
  localDate,
  minutes,
  secondsBetween,
} from '@hemtjanst/domain';
import {
  aBrukare,
  aCareUnit,
  aRamtidOrder,
  aShift,
  aVisitTemplate,
  anEmployee,
} from '../../libs/domain/src/testing/builders.js';
import { EstimateSource } from '../travel/estimate-source.js';
import { type PlanWeekRequest, planWeek } from './plan-week.js';

const MONDAY = localDate('2026-03-02');

/** Four brukare visited every Monday morning, the last by two, and two employees with a day shift each. */
function smallUnit(): CareUnit {
  const numbers = [1, 2, 3, 4];
  return aCareUnit({
    brukare: numbers.map((n) =>
      aBrukare({
        id: `B${n}`,
        coordinate: { lat: 57.7 + n * 0.002, lon: 11.95 + n * 0.003 },
        kontaktmanId: `E${1 + (n % 2)}`,
      }),
    ),
    orders: numbers.map((n) => aRamtidOrder({ id: `O${n}`, brukareId: `B${n}` })),
    templates: numbers.map((n) =>
      aVisitTemplate({
        id: `T${n}`,
        orderId: `O${n}`,
        recurrence: { kind: 'weekdays', days: [1] },
        helper: n === 4 ? { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 0 } : null,
      }),
    ),
    employees: [anEmployee({ id: 'E1' }), anEmployee({ id: 'E2', mode: 'cykel' })],
    shifts: [
      aShift({ id: 'S1', employeeId: 'E1', onDate: MONDAY }),
      aShift({ id: 'S2', employeeId: 'E2', onDate: MONDAY, mode: 'cykel' }),
    ],
  });
}

const request = (override: Partial<PlanWeekRequest> = {}): PlanWeekRequest => ({
  unit: smallUnit(),
  week: isoWeek('2026-W10'),
  workGroupIds: null,
  settings: DEFAULT_UNIT_SETTINGS,
  source: new EstimateSource(),
  seed: 1,
  budget: { kind: 'iterations-per-visit', iterations: 50 },
  threads: 2,
  ...override,
});

describe('planning a week', () => {
  it('places every visit, the visit for two with two employees at the same time', async () => {
    const plan = await planWeek(request());
    expect(plan.unassigned).toEqual([]);
    expect(plan.visits.map((visit) => visit.templateId).sort()).toEqual(['T1', 'T2', 'T3', 'T4']);
    const double = plan.visits.find((visit) => visit.templateId === 'T4');
    expect([...(double?.employeeIds ?? [])].sort()).toEqual(['E1', 'E2']);
    expect(double?.helper?.startsAt).toBe(double?.startsAt);
  });

  it('knows what no plan of the week can beat, and does not beat it', async () => {
    const { metrics } = await planWeek(request());
    expect(metrics.lowerBound).not.toBeNull();
    expect(metrics.lowerBound).toBeLessThanOrEqual(metrics.objective);
    expect(metrics.attainableEfficiency).toBe(metrics.plannedEfficiency); // all visits are placed: more cannot be
  });

  it('tells every leg by its parts: arrival is the end of the stop before plus ride and handling', async () => {
    const plan = await planWeek(request());
    for (const { stops } of plan.routes) {
      expect([stops[0].kind, stops.at(-1)?.kind]).toEqual(['premises', 'premises']);
      stops.slice(1).forEach((stop, index) => {
        expect(secondsBetween(stops[index].endsAt, stop.arrivesAt)).toBe(stop.travelSeconds + stop.handlingSeconds);
        expect(secondsBetween(stop.arrivesAt, stop.startsAt)).toBe(stop.waitSeconds);
        expect(stop.waitSeconds).toBeGreaterThanOrEqual(0);
      });
    }
  });

  it('lets visits start on whole minutes inside their windows', async () => {
    const { visits } = await planWeek(request());
    for (const { startsAt } of visits) {
      expect(startsAt.slice(17, 19)).toBe('00');
      expect(startsAt.slice(11, 16) >= '07:15' && startsAt.slice(11, 16) <= '10:00').toBe(true);
    }
  });

  it('marks the plan as estimated when only straight lines were to be had', async () => {
    const { travel } = await planWeek(request());
    expect(travel.source).toBe('estimate');
    expect(travel.estimatedLegs).toBeGreaterThan(0);
  });

  it('gives the same plan for the same seed, whatever the number of threads', async () => {
    const [one, two] = [await planWeek(request({ threads: 1 })), await planWeek(request({ threads: 2 }))];
    expect(two).toEqual(one);
  });

  it('leaves a visit out with a reason when nobody may do it', async () => {
    const unit = smallUnit();
    const templates = unit.templates.map((template) =>
      template.id === 'T1' ? { ...template, competences: ['sond'] } : template,
    );
    const plan = await planWeek(request({ unit: { ...unit, templates } }));
    expect(plan.unassigned).toHaveLength(1);
    expect(plan.unassigned[0].reasons.map((reason) => reason.code)).toEqual([
      'no-compatible-shift',
      'matching-competence',
    ]);
    expect(plan.metrics.unassignedVisits).toBe(1);
  });

  it('keeps a pinned visit with its employee and its time', async () => {
    const before = await planWeek(request());
    const pinned = before.visits[0];
    const after = await planWeek(
      request({ seed: 99, earlier: { plan: before, pins: [{ demandId: pinned.demandId }] } }),
    );
    const kept = after.visits.find((visit) => visit.demandId === pinned.demandId);
    expect(kept).toMatchObject({ startsAt: pinned.startsAt, shiftIds: pinned.shiftIds });
  });

  it('keeps a pinned visit where it is also when its window has moved since', async () => {
    const before = await planWeek(request());
    const pinned = before.visits[0];
    const unit = smallUnit();
    const templates = unit.templates.map((template) => ({
      ...template,
      window: { earliest: clock('11:00'), latest: clock('12:00') },
    }));
    const pins = [{ demandId: pinned.demandId }];
    const after = await planWeek(request({ unit: { ...unit, templates }, earlier: { plan: before, pins } }));
    expect(after.visits.find((visit) => visit.demandId === pinned.demandId)?.startsAt).toBe(pinned.startsAt);
  });

  it('plans nothing for a week without shifts, and says why for each visit', async () => {
    const plan = await planWeek(request({ unit: { ...smallUnit(), shifts: [] } }));
    expect(plan.routes).toEqual([]);
    expect(plan.unassigned.map((demand) => demand.reasons[0].code)).toEqual(Array(4).fill('no-compatible-shift'));
  });

  it('cuts a shift by the absence of its employee', async () => {
    const absence = {
      person: { kind: 'employee' as const, id: 'E1' },
      fromDate: MONDAY,
      fromMinute: clock('00:00'),
      toDate: MONDAY,
      toMinute: clock('24:00'),
      reason: null,
    };
    const plan = await planWeek(request({ unit: { ...smallUnit(), absences: [absence] } }));
    expect(plan.routes.map((route) => route.shiftId)).toEqual(['S2']);
    expect(plan.unassigned.map((demand) => demand.templateId)).toEqual(['T4']);
  });
});
