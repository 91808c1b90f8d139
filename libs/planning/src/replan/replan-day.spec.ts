import {
  type WeeklyPlan,
  aVisitDemand,
  addDays,
  checkWeeklyPlan,
  clock,
  instantOf,
  isoWeek,
  minuteOfDay,
} from '@hemtjanst/domain';
import { MONDAY, mondayAt, smallWeek } from '../testing/small-week.js';
import type { DayAlternative } from './board-answers.js';
import { type PlanContext, contextQuestion, openPlan } from './plan-context.js';
import type { DayFigures, ReplanProgress } from './day-progress.js';
import { type ReplanRequest, replanDay } from './replan-day.js';

const at = mondayAt;
const MIDNIGHT = instantOf(addDays(MONDAY, 1), clock('00:00'));
const sick = (employeeId: string, from: string) =>
  ({ kind: 'sick', employeeId, from: at(from), to: MIDNIGHT }) as const;
const wholeDay = (plan: WeeklyPlan) =>
  plan.visits.map(({ demandId, startsAt, shiftIds }) => [demandId, startsAt, shiftIds]);

/** Six visits, three employees; everybody has room for more. */
const week = (overrides: Parameters<typeof smallWeek>[0] = {}) =>
  smallWeek({ brukare: [{}, {}, {}, {}, {}, {}], employees: [{}, {}, {}], ...overrides });
const opened = (input = week()): PlanContext => openPlan(input);
const faultsOf = (
  context: PlanContext,
  { plan, absence }: DayAlternative,
  more: Parameters<typeof checkWeeklyPlan>[2]['demands'] = [],
) => {
  const { unit, settings } = context.scope;
  const absences = [...unit.absences, ...(absence === null ? [] : [absence])];
  return checkWeeklyPlan({ ...unit, absences }, plan, {
    settings,
    demands: [...context.key.groupWeek.demands, ...more],
  });
};
const replan = (context: PlanContext, request: Omit<ReplanRequest, 'search'>) =>
  replanDay(context, { search: QUICK, ...request });
const QUICK = { kind: 'iterations', iterations: 400 } as const;
const busiest = ({ visits }: WeeklyPlan): string => {
  const count = (id: string) => visits.filter(({ employeeIds }) => employeeIds.includes(id)).length;
  return ['E1', 'E2', 'E3'].reduce((most, id) => (count(id) > count(most) ? id : most));
};

describe('a sick call in the morning', () => {
  it('gives up to three plans without fault in which the others do the visits', () => {
    const context = opened();
    const employeeId = busiest(context.plan);
    const own = context.plan.visits.filter(({ employeeIds }) => employeeIds.includes(employeeId));
    const alternatives = replan(context, { now: at('05:30'), event: sick(employeeId, '05:30') });
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.flatMap(({ kinds }) => kinds).sort()).toEqual([
      'best-continuity',
      'least-change',
      'least-travel',
    ]);
    for (const alternative of alternatives) {
      expect(faultsOf(context, alternative)).toEqual([]);
      expect(alternative.plan.visits.some(({ employeeIds }) => employeeIds.includes(employeeId))).toBe(false);
      expect(alternative.placedDemandIds).toHaveLength(own.length);
      expect(alternative.leftOutDemandIds).toEqual([]);
      expect(alternative.movedVisits).toBe(0); // 15 % of fewer than six visits: none
      expect(alternative.employees.find((entry) => entry.employeeId === employeeId)?.visitsAfter).toBe(0);
    }
  });

  it('at 08:30 leaves what has begun, and what begins until 09:00, as it is', () => {
    const context = opened();
    const employeeId = busiest(context.plan);
    const begun = context.plan.visits.filter(
      ({ startsAt, employeeIds }) => startsAt < at(employeeIds.includes(employeeId) ? '08:30' : '09:00'),
    );
    expect(begun.length).toBeGreaterThan(1);
    for (const { plan } of replan(context, { now: at('08:30'), event: sick(employeeId, '08:30') })) {
      for (const { id, startsAt, employeeIds } of begun) {
        expect(plan.visits.find((visit) => visit.id === id)).toMatchObject({ startsAt, employeeIds });
      }
    }
  });

  it('leaves out and names what nobody else may do', () => {
    const input = week({
      templates: [{ competences: ['insulin'] }],
      employees: [{ competences: ['insulin'] }, {}, {}],
    });
    const context = opened(input);
    const demandId = context.plan.visits.find(({ brukareId }) => brukareId === 'B1')?.demandId ?? '';
    const [alternative] = replan(context, { now: at('05:30'), event: sick('E1', '05:30') });
    expect(alternative.leftOutDemandIds).toEqual([demandId]);
    expect(alternative.plan.unassigned.find((left) => left.demandId === demandId)?.reasons[1].code).toBe(
      'matching-competence',
    );
  });
});

describe('the budget of change', () => {
  it('keeps employees, visits and locks where they are', () => {
    const input = week();
    const locked = input.plan.visits[0];
    const plan = { ...input.plan, visits: input.plan.visits.map((visit) => ({ ...visit, pinned: visit === locked })) };
    const context = openPlan({ ...input, plan });
    const sickId = ['E1', 'E2', 'E3'].find((id) => !locked.employeeIds.includes(id)) ?? '';
    const kept = ['E1', 'E2', 'E3'].find((id) => id !== sickId) ?? '';
    const ownOf = ({ visits }: WeeklyPlan) =>
      visits.filter(({ employeeIds }) => employeeIds.includes(kept)).map(({ id, startsAt }) => [id, startsAt]);
    const alternatives = replan(context, {
      now: at('05:30'),
      event: sick(sickId, '05:30'),
      budget: { keepEmployeeIds: [kept] },
    });
    expect(alternatives.length).toBeGreaterThan(0);
    for (const alternative of alternatives) {
      expect(ownOf(alternative.plan).sort()).toEqual(ownOf(plan).sort());
      expect(alternative.plan.visits.find(({ id }) => id === locked.id)).toMatchObject({
        startsAt: locked.startsAt,
        employeeIds: locked.employeeIds,
        pinned: true,
      });
    }
  });

  it('is never exceeded', () => {
    const context = opened();
    const event = sick(busiest(context.plan), '05:30');
    for (const maxMovedVisits of [0, 1, 2]) {
      for (const { movedVisits } of replan(context, { now: at('05:30'), event, budget: { maxMovedVisits } })) {
        expect(movedVisits).toBeLessThanOrEqual(maxMovedVisits);
      }
    }
  });
});

describe('other events of the day', () => {
  it('a cancelled visit is listed as cancelled, and the others stay where they are', () => {
    const context = opened();
    const [gone] = context.plan.visits;
    const [alternative] = replan(context, { now: at('05:30'), event: { kind: 'cancelled', visitId: gone.id } });
    expect(alternative.kinds).toContain('least-change');
    expect(faultsOf(context, alternative)).toEqual([]);
    expect(alternative.plan.unassigned.map(({ demandId, reasons }) => [demandId, reasons[0].code])).toEqual([
      [gone.demandId, 'cancelled'],
    ]);
    expect(alternative.leftOutDemandIds).toEqual([]);
    expect(wholeDay(alternative.plan).sort()).toEqual(
      wholeDay(context.plan)
        .filter(([id]) => id !== gone.demandId)
        .sort(),
    );
  });

  it('visits of somebody who was recorded away after the plan was made are given to others with it', () => {
    const input = week();
    const employeeId = busiest(input.plan);
    const absence = {
      person: { kind: 'employee', id: employeeId },
      fromDate: MONDAY,
      fromMinute: minuteOfDay(0),
      toDate: addDays(MONDAY, 1),
      toMinute: minuteOfDay(0),
      reason: null,
    } as const;
    const unit = { ...input.unit, absences: [absence] };
    const context = openPlan({ ...input, unit, question: contextQuestion({ ...input, unit }) });
    const stranded = input.plan.visits.filter(({ employeeIds }) => employeeIds.includes(employeeId));
    const gone = input.plan.visits.find(({ employeeIds }) => !employeeIds.includes(employeeId)) ?? stranded[0];
    const [alternative] = replan(context, { now: at('05:30'), event: { kind: 'cancelled', visitId: gone.id } });
    expect(alternative.placedDemandIds.toSorted()).toEqual(stranded.map(({ demandId }) => demandId).toSorted());
    expect(alternative).toMatchObject({ leftOutDemandIds: [], movedVisits: 0 });
    expect(alternative.plan.visits.flatMap(({ employeeIds }) => employeeIds)).not.toContain(employeeId);
  });

  it('a new visit gets a place, at its price in travel', () => {
    const context = opened();
    const demand = aVisitDemand({ id: 'X1', brukareId: 'B1', week: isoWeek('2026-W10'), allowedDates: [MONDAY] });
    const [alternative] = replan(context, { now: at('05:30'), event: { kind: 'new-visit', demand } });
    expect(faultsOf(context, alternative, [demand])).toEqual([]);
    expect(alternative.placedDemandIds).toEqual(['X1']);
    expect(alternative.moves.find(({ demandId }) => demandId === 'X1')).toMatchObject({ from: null });
  });

  it('the same request gives the same answer', () => {
    const context = opened();
    const request = { now: at('05:30'), event: sick('E1', '05:30') };
    expect(replan(context, request)).toEqual(replan(context, request));
  });

  it('searches as long as it is told to, by the clock that is passed in', () => {
    // A clock that goes on a tenth of a second each time somebody looks: 2 s are over after some twenty looks.
    let looks = 0;
    const search = { kind: 'seconds', seconds: 2, clock: () => (looks += 1) / 10 } as const;
    expect(replanDay(opened(), { now: at('05:30'), event: sick('E1', '05:30'), search }).length).toBeGreaterThan(0);
    expect(looks).toBeGreaterThanOrEqual(80); // four searches of 20 looks
  });
});

describe('while the day is planned anew', () => {
  const told = (context: PlanContext, employeeId: string) => {
    const reports: (Omit<ReplanProgress, 'figures'> & { readonly figures: DayFigures })[] = [];
    const alternatives = replanDay(
      context,
      { now: at('05:30'), event: sick(employeeId, '05:30'), search: QUICK },
      ({ figures, ...progress }) => reports.push({ ...progress, figures: figures() }),
    );
    return { reports, alternatives };
  };

  it('it is told which alternative is searched for, and ever more of the way is behind', () => {
    const { reports } = told(opened(), 'E1');
    expect([...new Set(reports.map(({ alternative }) => alternative))]).toEqual([
      'least-change',
      'least-travel',
      'best-continuity',
    ]);
    const fractions = reports.map(({ fraction }) => fraction);
    expect(fractions[0]).toBe(0);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
  });

  it('what the best plan leaves out is counted as in the finished one, and so are efficiency and faces', () => {
    const context = opened(
      week({ employees: [{ competences: ['insulin'] }, {}, {}], templates: [{ competences: ['insulin'] }] }),
    );
    const { reports, alternatives } = told(context, 'E1');
    const [{ leftOutDemandIds, plan }] = alternatives;
    expect(leftOutDemandIds).toHaveLength(1);
    expect(reports.at(-1)?.figures).toMatchObject({
      leftOutVisits: 1,
      plannedEfficiency: expect.closeTo(plan.metrics.plannedEfficiency, 4),
      facesMean: plan.metrics.distinctEmployeesPer14Days.mean,
    });
  });

  it('a visit that was called off is not among those left out', () => {
    const context = opened();
    const [gone] = context.plan.visits;
    const leftOut: number[] = [];
    replanDay(
      context,
      { now: at('05:30'), event: { kind: 'cancelled', visitId: gone.id }, search: QUICK },
      ({ figures }) => leftOut.push(figures().leftOutVisits),
    );
    expect(Math.max(...leftOut)).toBe(0);
  });
});
