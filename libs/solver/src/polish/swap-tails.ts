import type { Neighbours } from '../kernel/neighbours.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PolishMove } from './polish-move.js';
import type { Trial } from './trial.js';

/** 2-opt*: two shifts exchange everything from the visit and from a neighbour of it on; from their first visits on, their whole routes. */
export function swapTails(state: RouteState, trial: Trial, neighbours: Neighbours): PolishMove {
  const { shiftOf, next, prev, place, earliest, latest, prepared } = state;
  const { dayOf, firstPause, firstEnd, locations, visitCount } = prepared;
  const tail = new Int32Array(visitCount);
  const otherTail = new Int32Array(visitCount);

  const readTail = (visit: number, into: Int32Array): number => {
    let count = 0;
    for (let node = visit; node < firstEnd; node = next[node]) if (node < firstPause) into[count++] = node;
    return count;
  };

  const isInTime = (visit: number, other: number): boolean =>
    earliest[prev[visit]] <= latest[other] && earliest[prev[other]] <= latest[visit];

  /** What the two new legs cost more than the two old ones, by the travel of the visit's shift. */
  const travelAdded = (visit: number, other: number): number => {
    const travel = prepared.travelOf[shiftOf[visit]];
    const from = place[prev[visit]] * locations;
    const otherFrom = place[prev[other]] * locations;
    const [to, otherTo] = [place[visit], place[other]];
    return travel[from + otherTo] + travel[otherFrom + to] - travel[from + to] - travel[otherFrom + otherTo];
  };

  /** What the visits of a tail cost more in a shift; `limit` where one may not go there or the limit is passed anyway. */
  const transferCost = (visits: Int32Array, count: number, shift: number, limit: number): number => {
    let cost = 0;
    for (let index = 0; index < count; index++) {
      if (!trial.mayMove(visits[index], shift)) return limit;
      cost += trial.transferCost(visits[index], shift);
    }
    return cost;
  };

  const putAll = (visits: Int32Array, count: number, shift: number): boolean => {
    for (let index = 0; index < count; index++) if (!trial.put(visits[index], shift)) return false;
    return true;
  };

  const swap = (visit: number, other: number): boolean => {
    const [shift, otherShift] = [shiftOf[visit], shiftOf[other]];
    const saved = -travelAdded(visit, other);
    const count = readTail(visit, tail);
    const transfer = transferCost(tail, count, otherShift, NEVER);
    if (transfer >= NEVER) return false;
    const otherCount = readTail(other, otherTail);
    if (transfer + transferCost(otherTail, otherCount, shift, NEVER) >= saved) return false;
    trial.begin();
    for (let index = 0; index < count; index++) trial.take(tail[index]);
    for (let index = 0; index < otherCount; index++) trial.take(otherTail[index]);
    trial.settle();
    return putAll(tail, count, otherShift) && putAll(otherTail, otherCount, shift)
      ? trial.keepIfCheaper()
      : trial.giveUp();
  };

  return (visit) => {
    const shift = shiftOf[visit];
    for (let index = 0; index < neighbours.width; index++) {
      const other = neighbours.visits[visit * neighbours.width + index];
      if (other < 0) return false;
      const otherShift = shiftOf[other];
      if (otherShift < 0 || otherShift === shift || dayOf[otherShift] !== dayOf[shift]) continue;
      if (isInTime(visit, other) && swap(visit, other)) return true;
    }
    return false;
  };
}

/** Above every cost of an exchange. */
const NEVER = 0x3fffffff;
