import type { PreparedProblem } from '../kernel/prepared-problem.js';
import type { Random } from '../random.js';
import type { AbsenceCounters } from '../search/absence-counters.js';

/**
 * Orders in which removed visits are put back; the smallest key goes first. Weights after Christiaens and Vanden Berghe
 * (2020) and measurements on home-care days: random order is worth most, the rest keep hard visits from coming last.
 */
export class SortKeys {
  private readonly keysByRule: readonly Int32Array[];
  private readonly ruleByTicket: Int32Array;
  private readonly randomKeys: Int32Array;

  constructor(
    prepared: PreparedProblem,
    private readonly random: Random,
    absences: AbsenceCounters,
  ) {
    const visits = prepared.problem.visits;
    this.randomKeys = new Int32Array(visits.length);
    const firstOpens = Int32Array.from(visits, (visit) => Math.min(...visit.windows.map((window) => window.earliest)));
    const lastCloses = Int32Array.from(visits, (visit) => Math.max(...visit.windows.map((window) => window.latest)));
    const startTravel = Int32Array.from(visits, (visit) => travelFromStart(prepared, visit.location));
    const rules: readonly { readonly tickets: number; readonly keys: Int32Array }[] = [
      { tickets: 4, keys: this.randomKeys },
      { tickets: 2, keys: Int32Array.from(visits, (visit) => -visit.service - (visit.demand ?? 0)) },
      { tickets: 2, keys: startTravel.map((seconds) => -seconds) },
      { tickets: 1, keys: startTravel },
      { tickets: 2, keys: Int32Array.from(visits, (_, visit) => lastCloses[visit] - firstOpens[visit]) },
      { tickets: 1, keys: firstOpens },
      { tickets: 1, keys: lastCloses.map((closes) => -closes) },
      { tickets: 1, keys: Int32Array.from(visits, (_, visit) => shiftChoices(prepared, visit)) },
      { tickets: 1, keys: Int32Array.from(visits, (visit) => -visit.unassignedCost) },
      { tickets: 1, keys: absences.mostFirst },
    ];
    this.keysByRule = rules.map((rule) => rule.keys);
    this.ruleByTicket = Int32Array.from(rules.flatMap((rule, index) => Array<number>(rule.tickets).fill(index)));
  }

  /** Sorts the first `count` visits by a rule drawn at random; ties stay in order. */
  sort(visits: Int32Array, count: number): void {
    const keys = this.keysByRule[this.ruleByTicket[this.random.below(this.ruleByTicket.length)]];
    if (keys === this.randomKeys) {
      for (let index = 0; index < count; index++) keys[visits[index]] = this.random.nextBits();
    }
    for (let index = 1; index < count; index++) {
      const visit = visits[index];
      const key = keys[visit];
      let at = index - 1;
      while (at >= 0 && keys[visits[at]] > key) {
        visits[at + 1] = visits[at];
        at--;
      }
      visits[at + 1] = visit;
    }
  }
}

function travelFromStart({ problem }: PreparedProblem, location: number): number {
  const shift = problem.shifts.at(0);
  if (shift === undefined) return 0;
  return problem.travel[shift.mode][shift.startLocation * problem.locations + location];
}

function shiftChoices({ shiftsOf }: PreparedProblem, visit: number): number {
  return shiftsOf.from[visit + 1] - shiftsOf.from[visit];
}
