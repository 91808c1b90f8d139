import { aShift, localDate } from '@hemtjanst/domain';
import { applyEdit } from '../replan/apply-edit.js';
import { openPlan, withPlan } from '../replan/plan-context.js';
import { rankPlaces } from '../replan/price-move.js';
import { smallWeek } from '../testing/small-week.js';
import { daysApart, daysBetweenRule } from './days-between.js';

describe('days between visits of one kind', () => {
  it('are at least one, so that two never lie on the same day', () => {
    expect([0, 1, 2].map((minDaysBetween) => daysApart({ minDaysBetween }))).toEqual([1, 1, 2]);
    expect(daysBetweenRule.explain({ minDaysBetween: 2 }).sv).toContain('minst 2 dygn emellan');
  });

  it('allow a visit as many days after the other as agreed, and not one day sooner', () => {
    // Twice a week on any day, the first on Monday: with two days between Wednesday is free and Tuesday is not.
    const daysFree = (minDaysBetween: number) => {
      const input = smallWeek({
        brukare: [{}],
        templates: [{ recurrence: { kind: 'floating', times: 2, everyWeeks: 1 }, minDaysBetween }],
        unit: { shifts: ['02', '03', '04'].map((day) => aShift({ id: day, onDate: localDate(`2026-03-${day}`) })) },
      });
      const [first, second] = input.question.groupWeek.demands;
      const start = openPlan({ ...input, plan: { ...input.plan, visits: [], routes: [] } });
      const placed = applyEdit(start, { kind: 'place', demandId: first.id, shiftId: '02' });
      const context = withPlan(start, placed.isAllowed ? placed.plan : input.plan);
      return rankPlaces(context, { demandId: second.id })
        .places.map(({ shiftId }) => shiftId)
        .sort();
    };
    expect(daysFree(1)).toEqual(['03', '04']);
    expect(daysFree(2)).toEqual(['04']);
    expect(daysFree(3)).toEqual([]);
  });
});
