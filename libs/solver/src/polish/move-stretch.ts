import type { Neighbours } from '../kernel/neighbours.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PolishMove } from './polish-move.js';
import type { Trial } from './trial.js';

/** Longer stretches hardly ever find room in a shift that is in use. */
const LONGEST = 3;

/** Or-opt between shifts: the visit with up to two that follow it moves to a shift of a neighbour. */
export function moveStretch(state: RouteState, trial: Trial, neighbours: Neighbours): PolishMove {
  const { shiftOf, next, prev, place, prepared } = state;
  const { dayOf, firstPause, firstStart, locations, shiftCount } = prepared;
  const stretch = new Int32Array(LONGEST);
  const triedFor = new Int32Array(shiftCount).fill(-1);
  let length = 0;
  let tries = 0;

  /** The next visit of the route joins the stretch. */
  const grow = (): boolean => {
    let node = next[stretch[length - 1]];
    while (node >= firstPause && node < firstStart) node = next[node];
    if (node >= firstPause || length === LONGEST) return false;
    stretch[length++] = node;
    return true;
  };

  /** The way from before the stretch over it to what follows, less the way without it. */
  const travelSaved = (): number => {
    const travel = prepared.travelOf[shiftOf[stretch[0]]];
    const from = place[prev[stretch[0]]];
    let at = from;
    let way = 0;
    for (let index = 0; index < length; index++) {
      way += travel[at * locations + place[stretch[index]]];
      at = place[stretch[index]];
    }
    const to = place[state.nextLocated(next[stretch[length - 1]])];
    return way + travel[at * locations + to] - travel[from * locations + to];
  };

  const isWorthATry = (shift: number, saved: number): boolean => {
    let transfer = 0;
    for (let index = 0; index < length; index++) {
      if (!trial.mayMove(stretch[index], shift)) return false;
      transfer += trial.transferCost(stretch[index], shift);
    }
    return transfer < saved;
  };

  const move = (shift: number): boolean => {
    trial.begin();
    for (let index = 0; index < length; index++) trial.take(stretch[index]);
    trial.settle();
    for (let index = 0; index < length; index++) if (!trial.put(stretch[index], shift)) return trial.giveUp();
    return trial.keepIfCheaper();
  };

  const moveToANeighbour = (visit: number): boolean => {
    const own = shiftOf[visit];
    const saved = travelSaved();
    triedFor[own] = ++tries;
    for (let index = 0; index < neighbours.width; index++) {
      const other = neighbours.visits[visit * neighbours.width + index];
      if (other < 0) return false;
      const shift = shiftOf[other];
      if (shift < 0 || triedFor[shift] === tries || dayOf[shift] !== dayOf[own]) continue;
      triedFor[shift] = tries;
      if (isWorthATry(shift, saved) && move(shift)) return true;
    }
    return false;
  };

  return (visit) => {
    stretch[0] = visit;
    length = 1;
    do if (moveToANeighbour(visit)) return true;
    while (grow());
    return false;
  };
}
