import { minutes } from '@hemtjanst/domain';
import { rankPlaces } from '../replan/price-move.js';
import { openPlan } from '../replan/plan-context.js';
import { smallWeek } from '../testing/small-week.js';

describe('double staffing', () => {
  const helper = { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 0 };
  const forbiddenWith = (employees: readonly object[]) => {
    const input = smallWeek({ brukare: [{}], employees, templates: [{ helper }] });
    const [demand] = input.question.groupWeek.demands;
    return rankPlaces(openPlan(input), { demandId: demand.id }).forbidden.map(({ rule }) => rule);
  };

  it('needs a second employee: with one there is no place, with two there is', () => {
    expect(forbiddenWith([{}])).toEqual(['double-staffing']);
    expect(forbiddenWith([{}, {}])).toEqual([]);
  });
});
