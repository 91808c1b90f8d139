import { DEFAULT_UNIT_SETTINGS, type TravelMode, parseIsoWeek } from '@hemtjanst/domain';
import {
  type PlanContextInput,
  type RideTable,
  buildWeekProblem,
  contextQuestion,
  mergeGroupPlans,
  readWeekSolution,
} from '@hemtjanst/planning';
import { maxIterations, solve } from '@hemtjanst/solver';
import { loadStreetNetwork } from '@hemtjanst/street-network';
import { defaultMapPath } from '../../../src/commands/travel-option.js';
import { inventUnit } from '../../../src/unit-folder/invent-unit/invent-unit.js';

/** A group's week of the invented unit, planned on street travel times, with what a plan context needs. */
export async function demoGroup(workGroupId: string, iterationsPerVisit: number): Promise<PlanContextInput> {
  const week = parseIsoWeek('2026-W10');
  if (week === null) throw new Error('the week is written wrongly');
  const settings = DEFAULT_UNIT_SETTINGS;
  const network = await loadStreetNetwork(defaultMapPath());
  const size = { brukare: 850, employees: 190, groups: 7, premises: 5 };
  const unit = inventUnit({ name: 'demo', ...size, seed: 1, week, streetPoints: network.streetPoints() });
  const scope = { unit, week, workGroupId, settings };
  const question = contextQuestion(scope);
  const rides = new Map<TravelMode, RideTable>(
    question.modes.map((mode) => {
      const { durations, distances } = network.matrix(mode, question.places.coordinates);
      return [mode, { seconds: durations, meters: distances, estimated: new Uint8Array(durations.length) }];
    }),
  );
  const { problem, key } = buildWeekProblem(question.groupWeek, question, rides);
  const result = solve(problem, { seed: 1, stop: maxIterations(problem.visits.length * iterationsPerVisit) });
  const travel = { source: 'street-network', mapId: network.mapId, profiles: {} } as const;
  const plan = mergeGroupPlans({ unit, week, settings, seed: 1, workGroupIds: [workGroupId], travel }, [
    readWeekSolution(problem, key, result),
  ]);
  return { ...scope, question, rides, plan, published: null };
}
