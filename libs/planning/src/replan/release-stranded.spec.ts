import { type Absence, type PlannedVisit, type WeeklyPlan, clock, minuteOfDay, partOfDay } from '@hemtjanst/domain';
import { MONDAY, smallWeek } from '../testing/small-week.js';
import { isWithAbsent } from './absent-staff.js';
import { type PlanContextInput, contextQuestion, openPlan } from './plan-context.js';
import { priceMove } from './price-move.js';
import { releaseStranded } from './release-stranded.js';

const away = (employeeId: string, from: string, to: string): Absence => ({
  person: { kind: 'employee', id: employeeId },
  fromDate: MONDAY,
  fromMinute: clock(from),
  toDate: MONDAY,
  toMinute: clock(to),
  reason: null,
});

/** The plan as it was made, beside the unit with the absence. */
function afterwards(input: PlanContextInput, unit: Partial<PlanContextInput['unit']>): PlanContextInput {
  const later = { ...input, unit: { ...input.unit, ...unit } };
  return { ...later, question: contextQuestion(later) };
}

const first = ({ visits }: WeeklyPlan): PlannedVisit => visits[0];
const reasonsIn = (plan: WeeklyPlan) => plan.unassigned.map(({ demandId, reasons }) => [demandId, reasons[0].code]);

describe('visits of who is absent', () => {
  it('are left out with that as reason, and the others stay where they are', () => {
    const input = smallWeek({ brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E2' }] });
    const [absent] = first(input.plan).employeeIds;
    const { plan } = releaseStranded(openPlan(afterwards(input, { absences: [away(absent, '00:00', '24:00')] })));
    const left = input.plan.visits.filter(({ employeeIds }) => employeeIds.includes(absent));
    expect(reasonsIn(plan)).toEqual(left.map(({ demandId }) => [demandId, 'employee-absent']));
    const stays = input.plan.visits.filter(({ employeeIds }) => !employeeIds.includes(absent));
    expect(plan.visits.map(({ id, startsAt }) => [id, startsAt])).toEqual(
      stays.map(({ id, startsAt }) => [id, startsAt]),
    );
    expect(plan.routes.map(({ employeeId }) => employeeId)).not.toContain(absent);
    expect(plan.metrics.objective).toBeGreaterThan(input.plan.metrics.objective);
  });

  it('are left out also where the visit is locked, and where only the hours of the visit are lost', () => {
    const input = smallWeek({ brukare: [{}], employees: [{}] });
    const visit = first(input.plan);
    const locked = { ...input, plan: { ...input.plan, visits: [{ ...visit, pinned: true }] } };
    // The visit starts between 07 and 10: the employee comes at noon instead of at seven.
    const morning = releaseStranded(openPlan(afterwards(locked, { absences: [away('E1', '06:00', '12:00')] })));
    expect(reasonsIn(morning.plan)).toEqual([[visit.demandId, 'employee-absent']]);
    expect(morning.plan.visits).toEqual([]);
    const afternoon = openPlan(afterwards(locked, { absences: [away('E1', '13:00', '16:00')] }));
    expect(releaseStranded(afternoon)).toBe(afternoon);
  });

  it('keep the half-open edge: an absence that begins as the visit ends leaves it where it is', () => {
    const input = smallWeek({ brukare: [{}], employees: [{}] });
    const visit = first(input.plan);
    const { fromSecond, toSecond } = partOfDay(visit.startsAt, visit.endsAt);
    const isGone = (fromMinute: number) =>
      isWithAbsent({ absences: [{ ...away('E1', '00:00', '24:00'), fromMinute: minuteOfDay(fromMinute) }] }, visit);
    expect(toSecond - fromSecond).toBe(30 * 60);
    expect([isGone(toSecond / 60 - 1), isGone(toSecond / 60)]).toEqual([true, false]);
  });

  it('have another reason where the shift was taken away, and none where nobody asks for the visit any more', () => {
    const input = smallWeek({ brukare: [{}], employees: [{}] });
    const { demandId } = first(input.plan);
    expect(reasonsIn(releaseStranded(openPlan(afterwards(input, { shifts: [] }))).plan)).toEqual([
      [demandId, 'shift-changed'],
    ]);
    const unasked = releaseStranded(openPlan(afterwards(input, { templates: [], orders: [] })));
    expect([unasked.plan.visits, unasked.plan.unassigned]).toEqual([[], []]);
  });

  it('keep the reason while they wait, and nothing is given to who is absent', () => {
    const input = smallWeek({ brukare: [{}, {}], employees: [{}, {}] });
    const { demandId, shiftIds, employeeIds } = first(input.plan);
    const context = releaseStranded(
      openPlan(afterwards(input, { absences: [away(employeeIds[0], '00:00', '24:00')] })),
    );
    expect(releaseStranded(context)).toBe(context);
    expect(priceMove(context, { demandId }, { shiftId: shiftIds[0] })).toMatchObject({
      isAllowed: false,
      violations: [{ rule: 'working-time', text: { sv: 'Medarbetaren är frånvarande eller har inget pass.' } }],
    });
  });
});
