import {
  DEFAULT_UNIT_SETTINGS,
  type CareUnit,
  type IsoWeek,
  type TravelMode,
  type UnitSettings,
  type WeeklyPlan,
  parseIsoWeek,
} from '@hemtjanst/domain';
import {
  type GroupWeek,
  type RideTable,
  type WeekProblem,
  buildWeekProblem,
  groupWeeks,
  mergeGroupPlans,
  readWeekSolution,
  travelQuestion,
} from '@hemtjanst/planning';
import { type SolveResult, weekBounds } from '@hemtjanst/solver';
import { type StreetNetwork, loadStreetNetwork } from '@hemtjanst/street-network';
import { defaultMapPath } from '../../../src/commands/travel-option.js';
import { inventUnit } from '../../../src/unit-folder/invent-unit/invent-unit.js';

export interface DemoUnitSize {
  readonly brukare: number;
  readonly employees: number;
  readonly groups: number;
  readonly seed: number;
}

/** A work group's week of the invented unit as the solver gets it, and its result as a plan. */
export interface DemoGroup extends WeekProblem {
  readonly id: string;
  /** The same week with other weights or limits. */
  withSettings(settings: UnitSettings): DemoGroup;
  /** `withBounds`: also what no plan could beat, at a CPU second a group. */
  planOf(result: SolveResult, withBounds: boolean): WeeklyPlan;
}

export interface DemoWeek {
  readonly unit: CareUnit;
  readonly groups: readonly DemoGroup[];
}

/** The invented unit with street travel times. `only`: these work groups; null: all. */
export async function demoWeek(size: DemoUnitSize, only: readonly string[] | null): Promise<DemoWeek> {
  const week = parseIsoWeek('2026-W10');
  if (week === null) throw new Error('the week is written wrongly');
  const settings = DEFAULT_UNIT_SETTINGS;
  const network = await loadStreetNetwork(defaultMapPath());
  const unit = inventUnit({ name: 'demo', ...size, premises: 5, week, streetPoints: network.streetPoints() });
  const groups = groupWeeks(unit, week, settings, only);
  return { unit, groups: groups.map((group) => demoGroup({ unit, week, network }, group)) };
}

interface Demo {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly network: StreetNetwork;
}

function demoGroup({ unit, week, network }: Demo, group: GroupWeek): DemoGroup {
  const question = travelQuestion(group);
  const rides = new Map<TravelMode, RideTable>(
    question.modes.map((mode) => {
      const { durations, distances } = network.matrix(mode, question.places.coordinates);
      return [mode, { seconds: durations, meters: distances, estimated: new Uint8Array(durations.length) }];
    }),
  );
  const travel = { source: 'street-network', mapId: network.mapId, profiles: {} } as const;
  const { id } = group.workGroup;
  const withSettings = (settings: UnitSettings): DemoGroup => {
    const { problem, key } = buildWeekProblem({ ...group, settings }, question, rides);
    return {
      id,
      problem,
      key,
      withSettings,
      planOf: (result, withBounds) =>
        mergeGroupPlans({ unit, week, settings, seed: 1, workGroupIds: [id], travel }, [
          readWeekSolution(problem, key, result, withBounds ? weekBounds(problem) : null),
        ]),
    };
  };
  return withSettings(group.settings);
}
