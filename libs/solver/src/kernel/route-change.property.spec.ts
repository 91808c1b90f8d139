import { Random } from '../random.js';
import { randomProblem } from '../testing/random-problem.js';
import { prepareProblem } from './prepared-problem.js';
import { RouteChange } from './route-change.js';
import { RouteState } from './route-state.js';

/** The nodes of a shift in order, from its start to its end. */
function routeOf({ next, prepared: { firstStart, firstEnd } }: RouteState, shift: number): readonly number[] {
  const nodes = [firstStart + shift];
  while (nodes[nodes.length - 1] < firstEnd) nodes.push(next[nodes[nodes.length - 1]]);
  return nodes;
}

/** What the state holds of each route: node, the one before it, shift, place, earliest and latest start. */
function kept(state: RouteState): readonly string[] {
  const { prev, place, earliest, latest, shiftOf, prepared } = state;
  return Array.from({ length: prepared.shiftCount }, (_, shift) =>
    routeOf(state, shift)
      .map((node, index) => [
        node,
        index === 0 ? '' : prev[node],
        shiftOf[node],
        place[node],
        earliest[node],
        latest[node],
      ])
      .join(' | '),
  );
}

/** The same, from the order of the nodes alone: forward for places and earliest starts, backward for the latest. */
function fromScratch(state: RouteState): readonly string[] {
  const { opens, closes, prepared } = state;
  const { serviceOfNode: service, placeOfNode, locations } = prepared;
  return Array.from({ length: prepared.shiftCount }, (_, shift) => {
    const nodes = routeOf(state, shift);
    const places: number[] = [];
    for (const node of nodes) places.push(state.isPause(node) ? places[places.length - 1] : placeOfNode[node]);
    const way = (index: number) => prepared.travelOf[shift][places[index - 1] * locations + places[index]];
    const leg = (index: number) => (state.isPause(nodes[index]) ? 0 : way(index));
    const earliest = [opens[nodes[0]]];
    for (let at = 1; at < nodes.length; at++)
      earliest.push(Math.max(opens[nodes[at]], earliest[at - 1] + service[nodes[at - 1]] + leg(at)));
    const latest = nodes.map((node) => closes[node]);
    for (let at = nodes.length - 2; at >= 0; at--)
      latest[at] = Math.min(closes[nodes[at]], latest[at + 1] - leg(at + 1) - service[nodes[at]]);
    return nodes
      .map((node, at) => [node, at === 0 ? '' : nodes[at - 1], shift, places[at], earliest[at], latest[at]])
      .join(' | ');
  });
}

/** Counts and costs, kept and from scratch. */
const keptSums = (state: RouteState) => ({
  travel: state.travelCost,
  unassigned: state.unassignedCost,
  planned: state.plannedVisits,
  used: state.usedShifts,
  load: [...state.load],
  visits: [...state.visitsInShift],
});

function sumsFromScratch(state: RouteState): ReturnType<typeof keptSums> {
  const { prepared, shiftOf } = state;
  const { demandOf, unassignedCostOf, travelOf, placeOfNode, locations } = prepared;
  const visits = [...shiftOf.subarray(0, prepared.visitCount).keys()];
  const routes = Array.from({ length: prepared.shiftCount }, (_, shift) =>
    routeOf(state, shift).filter((node) => !state.isPause(node)),
  );
  const planned = routes.map((nodes) => nodes.filter((node) => node < prepared.firstPause));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    travel: sum(
      routes.flatMap((nodes, shift) =>
        nodes.slice(1).map((to, at) => travelOf[shift][placeOfNode[nodes[at]] * locations + placeOfNode[to]]),
      ),
    ),
    unassigned: sum(visits.filter((visit) => shiftOf[visit] < 0).map((visit) => unassignedCostOf[visit])),
    planned: planned.flat().length,
    used: planned.filter((nodes) => nodes.length > 0).length,
    load: planned.map((nodes) => sum(nodes.map((visit) => demandOf[visit]))),
    visits: planned.map((nodes) => nodes.length),
  };
}

/** One step at random: a few visits out, their routes settled, a few that were not planned in. */
function takeRandomStep(state: RouteState, change: RouteChange, random: Random): void {
  const { visitCount, shiftsOf, opens, closes, days, dayOf } = state.prepared;
  for (let times = random.below(4); times > 0; times--) change.remove(random.below(visitCount), random.below(2) === 0);
  change.settle();
  for (let visit = random.below(visitCount); visit < visitCount; visit += 1 + random.below(3)) {
    const shifts = shiftsOf.items.subarray(shiftsOf.from[visit], shiftsOf.from[visit + 1]);
    if (state.shiftOf[visit] >= 0 || shifts.length === 0) continue;
    const shift = shifts[random.below(shifts.length)];
    const nodes = routeOf(state, shift);
    const cell = visit * days + dayOf[shift];
    change.insert(visit, nodes[random.below(nodes.length - 1)], opens[cell], closes[cell]);
  }
}

describe('routes under random steps', () => {
  it('have the times, places, counts and costs that follow from their order, and undone steps leave no trace', () => {
    const seen = { kept: 0, undone: 0 };
    for (let seed = 1; seed <= 25; seed++) {
      const random = new Random(seed);
      const state = new RouteState(prepareProblem(randomProblem(seed, { visits: 9, shifts: 4, days: 2 })));
      const change = new RouteChange(state);
      for (let step = 0; step < 25; step++) {
        const [before, sumsBefore] = [kept(state), keptSums(state)];
        const planned = [...state.shiftOf.keys()].filter((node) => state.shiftOf[node] >= 0);
        const allowed = () => planned.map((node) => `${node} ${state.opens[node]}–${state.closes[node]}`).join();
        const allowedBefore = allowed();
        change.begin();
        takeRandomStep(state, change, random);
        expect(kept(state)).toEqual(fromScratch(state));
        expect(keptSums(state)).toEqual(sumsFromScratch(state));
        if (random.below(2) === 0) {
          seen.kept++;
          continue;
        }
        change.undo();
        seen.undone++;
        expect(kept(state)).toEqual(before);
        expect(keptSums(state)).toEqual(sumsBefore);
        expect(allowed()).toBe(allowedBefore);
      }
    }
    expect(Math.min(seen.kept, seen.undone)).toBeGreaterThan(200);
  });
});
