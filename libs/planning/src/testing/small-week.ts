import {
  type Brukare,
  type CareUnit,
  type Employee,
  type Instant,
  type TravelMode,
  type UnitSettings,
  type VisitTemplate,
  type WeeklyPlan,
  DEFAULT_UNIT_SETTINGS,
  aBrukare,
  aCareUnit,
  aRamtidOrder,
  aShift,
  aVisitTemplate,
  anEmployee,
  clock,
  instantOf,
  isoWeek,
  localDate,
} from '@hemtjanst/domain';
import { maxIterations, solve } from '@hemtjanst/solver';
import { buildWeekProblem } from '../build-week-problem.js';
import { mergeGroupPlans } from '../merge-group-plans.js';
import { readWeekSolution } from '../read-week-solution.js';
import { type PlanContextInput, contextQuestion } from '../replan/plan-context.js';
import type { RideTable } from '../ride-table.js';

const WEEK = isoWeek('2026-W10');
export const MONDAY = localDate('2026-03-02');

/** A moment of the Monday. */
export const mondayAt = (time: string): Instant => instantOf(MONDAY, clock(time));

export interface SmallWeek {
  readonly brukare?: readonly Partial<Brukare>[];
  readonly employees?: readonly Partial<Employee>[];
  /** One visit a brukare on Monday; overrides by brukare. */
  readonly templates?: readonly Partial<VisitTemplate>[];
  readonly settings?: Partial<UnitSettings>;
  readonly unit?: Partial<CareUnit>;
}

/**
 * A group with one Monday visit of 30 min per brukare (B1, B2 …, start 07–10) and one Monday shift 07–16 per employee
 * (E1 → S1 …). Every ride takes five minutes.
 */
function smallUnit({ brukare = [{}, {}], employees = [{}, {}], templates = [], unit = {} }: SmallWeek): CareUnit {
  return aCareUnit({
    brukare: brukare.map((override, at) =>
      aBrukare({ id: `B${at + 1}`, coordinate: { lat: 57.71 + at * 0.01, lon: 11.95 }, ...override }),
    ),
    orders: brukare.map((_, at) => aRamtidOrder({ id: `O${at + 1}`, brukareId: `B${at + 1}` })),
    templates: brukare.map((_, at) =>
      aVisitTemplate({
        id: `T${at + 1}`,
        orderId: `O${at + 1}`,
        recurrence: { kind: 'weekdays', days: [1] },
        ...templates[at],
      }),
    ),
    employees: employees.map((override, at) => anEmployee({ id: `E${at + 1}`, ...override })),
    shifts: employees.map((_, at) => aShift({ id: `S${at + 1}`, employeeId: `E${at + 1}`, onDate: MONDAY })),
    ...unit,
  });
}

/** Solved in a moment; what a plan context is made of. */
export function smallWeek(week: SmallWeek = {}): PlanContextInput {
  const unit = smallUnit(week);
  const settings = { ...DEFAULT_UNIT_SETTINGS, ...week.settings };
  const scope = { unit, week: WEEK, workGroupId: unit.workGroups[0].id, settings };
  const question = contextQuestion(scope);
  const rides = new Map<TravelMode, RideTable>(
    question.modes.map((mode) => [mode, everyRide(question.places.coordinates.length, 300)]),
  );
  const { problem, key } = buildWeekProblem(question.groupWeek, question, rides);
  const result = solve(problem, { seed: 1, stop: maxIterations(500) });
  const plan: WeeklyPlan = mergeGroupPlans(
    {
      unit,
      week: WEEK,
      settings,
      seed: 1,
      workGroupIds: null,
      travel: { source: 'estimate', mapId: 'none', profiles: {} },
    },
    [readWeekSolution(problem, key, result)],
  );
  return { ...scope, question, rides, plan, published: null };
}

function everyRide(places: number, seconds: number): RideTable {
  const cells = places * places;
  return {
    seconds: Int32Array.from({ length: cells }, (_, cell) =>
      Math.floor(cell / places) === cell % places ? 0 : seconds,
    ),
    meters: new Int32Array(cells).fill(1000),
    estimated: new Uint8Array(cells),
  };
}
