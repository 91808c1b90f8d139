import { type WeeklyPlan, checkWeeklyPlan, minutes } from '@hemtjanst/domain';
import { mondayAt, smallWeek } from '../testing/small-week.js';
import { applyEdit } from './apply-edit.js';
import type { EditOutcome, MovePrice } from './board-answers.js';
import { type PlanContext, type PlanContextInput, openPlan, withPlan } from './plan-context.js';
import { priceMove, rankPlaces } from './price-move.js';

const visitOf = (plan: WeeklyPlan, brukareId: string) => {
  const visit = plan.visits.find((planned) => planned.brukareId === brukareId);
  if (visit === undefined) throw new Error(`${brukareId} has no visit`);
  return visit;
};
const visitIn = (input: PlanContextInput, brukareId: string) => visitOf(input.plan, brukareId);
const otherShift = (shiftId: string) => (shiftId === 'S1' ? 'S2' : 'S1');
const secondsOf = (price: MovePrice, rule: string) =>
  price.isAllowed ? (price.place.lines.find((line) => line.rule === rule)?.seconds ?? 0) : null;
const faultsOf = ({ scope, key }: PlanContext, plan: WeeklyPlan) =>
  checkWeeklyPlan(scope.unit, plan, { settings: scope.settings, demands: key.groupWeek.demands });
const planOf = (outcome: EditOutcome): WeeklyPlan => {
  if (!outcome.isAllowed) throw new Error(outcome.violations.map(({ text }) => text.en).join());
  return outcome.plan;
};

/** A ride takes 5 min, 6 in winter, and lock and entrance 3 at every stop, also back at the premises. */
const RIDE = 6 * 60;
const DOOR = 3 * 60;
/** What a visit by the kontaktman is worth. */
const BY_THE_KONTAKTMAN = 7 * 60;

describe('the price of a move', () => {
  it('is what the way to somebody else costs, less what the way here saves, and each rule tells its part', () => {
    // Both visits are on E1's round: premises, B1, B2, premises. Alone on E2's round: two legs more, one leg less here.
    const input = smallWeek({ brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E1' }] });
    expect(input.plan.visits.map(({ shiftIds }) => shiftIds[0])).toEqual(['S1', 'S1']);
    const price = priceMove(openPlan(input), { visitId: visitIn(input, 'B2').id }, { shiftId: 'S2' });
    expect(secondsOf(price, 'travel')).toBe(RIDE);
    expect(secondsOf(price, 'key-and-door')).toBe(DOOR);
    expect(secondsOf(price, 'kontaktman')).toBe(BY_THE_KONTAKTMAN);
    expect(price.isAllowed && price.place.differenceSeconds).toBe(RIDE + DOOR + BY_THE_KONTAKTMAN);
    expect(price.isAllowed && price.place.warnings.map(({ rule }) => rule)).toEqual(['continuity', 'kontaktman']);
  });

  it('says which rule forbids the drop', () => {
    const input = smallWeek({
      brukare: [{ bannedEmployeeIds: ['E2'] }, {}],
      employees: [{}, {}],
    });
    const visit = visitIn(input, 'B1');
    expect(priceMove(openPlan(input), { visitId: visit.id }, { shiftId: 'S2' })).toMatchObject({
      isAllowed: false,
      violations: [{ rule: 'banned-employee', text: { sv: 'Ska inte komma till brukaren.' } }],
    });
  });

  it('takes the start it is dropped at, and no start outside the window', () => {
    const input = smallWeek();
    const context = openPlan(input);
    const visit = visitIn(input, 'B1');
    const at = (time: string) =>
      priceMove(
        context,
        { visitId: visit.id },
        {
          shiftId: otherShift(visit.shiftIds[0]),
          startsAt: mondayAt(time),
        },
      );
    expect(at('09:20')).toMatchObject({ isAllowed: true, place: { startsAt: '2026-03-02T09:20:00+01:00' } });
    expect(at('10:00')).toMatchObject({ isAllowed: true, place: { startsAt: '2026-03-02T10:00:00+01:00' } });
    expect(at('10:01')).toMatchObject({ isAllowed: false, violations: [{ rule: 'time-window' }] });
  });

  it('counts what people have been told: another employee costs three steps, twice that once told', () => {
    const input = smallWeek();
    const visit = visitIn(input, 'B1');
    const priceWith = (notifiedVisitIds: ReadonlySet<string>) =>
      priceMove(
        openPlan({ ...input, published: { plan: input.plan, notifiedVisitIds } }),
        { visitId: visit.id },
        {
          shiftId: otherShift(visit.shiftIds[0]),
        },
      );
    expect(secondsOf(priceWith(new Set()), 'disruption')).toBe(1800);
    expect(secondsOf(priceWith(new Set([visit.id])), 'disruption')).toBe(3600);
  });
});

describe('ranked places', () => {
  it('list the present place at no difference, the others by price, and a reason for every shift without one', () => {
    const input = smallWeek({ brukare: [{ isSmoker: true }, {}], employees: [{}, {}, { toleratesSmoke: false }] });
    const ranked = rankPlaces(openPlan(input), { visitId: visitIn(input, 'B1').id });
    expect(ranked.places.find(({ isPresent }) => isPresent)?.differenceSeconds).toBe(0);
    const prices = ranked.places.map(({ differenceSeconds }) => differenceSeconds);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(ranked.forbidden.map(({ shiftId, rule }) => [shiftId, rule])).toEqual([['S3', 'smoke']]);
  });

  it('are none for a locked visit', () => {
    const input = smallWeek();
    const visit = visitIn(input, 'B1');
    const context = openPlan(input);
    const locked = withPlan(context, planOf(applyEdit(context, { kind: 'lock', visitId: visit.id })));
    const ranked = rankPlaces(locked, { visitId: visit.id });
    expect(ranked.places).toEqual([]);
    expect(new Set(ranked.forbidden.map(({ rule }) => rule))).toEqual(new Set(['locked']));
  });
});

describe('an edit by hand', () => {
  it('moves a visit and leaves a plan without fault, at the price that was named', () => {
    const input = smallWeek({ brukare: [{}, {}, {}, {}] });
    const context = openPlan(input);
    for (const { id, shiftIds } of input.plan.visits) {
      const to = { shiftId: otherShift(shiftIds[0]) };
      const price = priceMove(context, { visitId: id }, to);
      const outcome = applyEdit(context, { kind: 'move', visitId: id, ...to });
      const plan = planOf(outcome);
      expect(faultsOf(context, plan)).toEqual([]);
      expect(outcome.isAllowed && outcome.differenceSeconds).toBe(price.isAllowed && price.place.differenceSeconds);
      expect(plan.metrics.objective - input.plan.metrics.objective).toBe(
        outcome.isAllowed && outcome.differenceSeconds,
      );
      expect(plan.visits.find((visit) => visit.id === id)?.shiftIds).toEqual([to.shiftId]);
    }
  });

  it('swaps two visits: each has the other’s employee', () => {
    const input = smallWeek({ brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E2' }] });
    const context = openPlan(input);
    const [one, other] = [visitIn(input, 'B1'), visitIn(input, 'B2')];
    const plan = planOf(applyEdit(context, { kind: 'swap', visitId: one.id, withVisitId: other.id }));
    expect(visitOf(plan, 'B1').employeeIds).toEqual(other.employeeIds);
    expect(visitOf(plan, 'B2').employeeIds).toEqual(one.employeeIds);
    expect(faultsOf(context, plan)).toEqual([]);
  });

  it('takes a visit out with a reason, and puts it back where it is told', () => {
    const input = smallWeek();
    const context = openPlan(input);
    const { id, demandId, startsAt } = visitIn(input, 'B1');
    const without = planOf(applyEdit(context, { kind: 'unassign', visitId: id }));
    expect(without.unassigned.map((demand) => demand.demandId)).toEqual([demandId]);
    expect(without.unassigned[0].reasons.length).toBeGreaterThan(0);
    expect(faultsOf(context, without)).toEqual([]);
    const again = planOf(applyEdit(withPlan(context, without), { kind: 'place', demandId, shiftId: 'S2', startsAt }));
    expect(visitOf(again, 'B1')).toMatchObject({ id, shiftIds: ['S2'], startsAt });
    expect(faultsOf(context, again)).toEqual([]);
  });

  it('does not call the others sooner because somebody before them was taken out', () => {
    const input = smallWeek({ brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E1' }] });
    const [first, second] = [...input.plan.visits].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    const plan = planOf(applyEdit(openPlan(input), { kind: 'unassign', visitId: first.id }));
    expect(plan.visits.find(({ id }) => id === second.id)?.startsAt).toBe(second.startsAt);
  });

  it('keeps a chosen start, a lock and the other visits through the next edits', () => {
    const input = smallWeek({ brukare: [{}, {}, {}] });
    let context = openPlan(input);
    const [one, two] = [visitIn(input, 'B1'), visitIn(input, 'B2')];
    const startsAt = mondayAt('09:30');
    const edit = (change: Parameters<typeof applyEdit>[1]) => {
      context = withPlan(context, planOf(applyEdit(context, change)));
    };
    edit({ kind: 'move', visitId: one.id, shiftId: 'S2', startsAt });
    edit({ kind: 'lock', visitId: one.id });
    edit({ kind: 'unassign', visitId: two.id });
    edit({ kind: 'place', demandId: two.demandId, shiftId: 'S2' });
    expect(visitOf(context.plan, 'B1')).toMatchObject({ startsAt, shiftIds: ['S2'], pinned: true });
    expect(applyEdit(context, { kind: 'move', visitId: one.id, shiftId: 'S1' })).toMatchObject({
      isAllowed: false,
      violations: [{ rule: 'locked' }],
    });
    edit({ kind: 'unlock', visitId: one.id });
    edit({ kind: 'move', visitId: one.id, shiftId: 'S1' });
    expect(faultsOf(context, context.plan)).toEqual([]);
  });

  it('moves a visit for two with both employees at their agreed times', () => {
    const input = smallWeek({
      employees: [{}, {}, {}],
      templates: [{ helper: { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 0 } }],
    });
    const context = openPlan(input);
    const visit = visitIn(input, 'B1');
    const free = ['S1', 'S2', 'S3'].find((id) => !visit.shiftIds.includes(id)) ?? '';
    const plan = planOf(applyEdit(context, { kind: 'move', visitId: visit.id, shiftId: free }));
    expect(visitOf(plan, 'B1').shiftIds).toEqual([free, visit.shiftIds[1]]);
    expect(visitOf(plan, 'B1').helper?.startsAt).toBe(visitOf(plan, 'B1').startsAt);
    expect(faultsOf(context, plan)).toEqual([]);
    expect(applyEdit(context, { kind: 'move', visitId: visit.id, shiftId: free, helperShiftId: free })).toMatchObject({
      isAllowed: false,
      violations: [{ rule: 'double-staffing' }],
    });
  });
});
