import { minutes } from '@hemtjanst/domain';
import { maxIterations, solve } from '@hemtjanst/solver';
import { buildWeekProblem } from './build-week-problem.js';
import { incumbentReader } from './incumbent-figures.js';
import { smallWeek, type SmallWeek } from './testing/small-week.js';

/** A week solved, read as a plan and as it is told while the search goes on. */
function solved(week: SmallWeek) {
  const input = smallWeek(week);
  const { problem, key } = buildWeekProblem(input.question.groupWeek, input.question, input.rides);
  const { shiftOf } = solve(problem, { seed: 1, stop: maxIterations(500) });
  const read = incumbentReader({ ...input, workGroupIds: null }, [key]);
  return { metrics: input.plan.metrics, read, shiftOf, visits: problem.visits.length };
}

describe('the figures of the best plan so far', () => {
  it('are those that the finished plan has', () => {
    const { metrics, read, shiftOf } = solved({
      brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E2' }, {}],
      employees: [{}, {}],
    });
    expect(read([shiftOf])).toEqual({
      plannedEfficiency: expect.closeTo(metrics.plannedEfficiency, 4),
      unassignedVisits: 0,
      contactPersonShare: metrics.contactPersonShare,
      facesMean: metrics.distinctEmployeesPer14Days.mean,
      facesAbove10: 0,
    });
  });

  it('count a visit for two once among the unassigned, and both of its employees as work and as faces', () => {
    const { metrics, read, shiftOf, visits } = solved({
      brukare: [{}],
      employees: [{}, {}],
      templates: [{ helper: { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 0 } }],
    });
    expect(visits).toBe(2);
    expect(read([shiftOf])).toMatchObject({ facesMean: 2, unassignedVisits: 0 });
    expect(read([shiftOf]).plannedEfficiency).toBeCloseTo(metrics.plannedEfficiency, 4);
    expect(read([new Int32Array(2).fill(-1)])).toEqual({
      plannedEfficiency: 0,
      unassignedVisits: 1,
      contactPersonShare: 0,
      facesMean: 0,
      facesAbove10: 0,
    });
  });
});
