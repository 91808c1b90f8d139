import type { PreparedProblem } from './prepared-problem.js';

/** Longer lists cost memory and are hardly ever read to the end: a ruin needs the nearest few routes. */
const NEIGHBOURS = 60;

/** Per visit: the visits nearest in space and time on the days it may be done, nearest first. */
export interface Neighbours {
  readonly width: number;
  /** Row-major visits × width; −1 behind the last. */
  readonly visits: Int32Array;
}

/** @param secondsApart so many seconds apart in time weigh as much as one second of travel */
export function findNeighbours(prepared: PreparedProblem, secondsApart: number): Neighbours {
  const { visitCount, days, closes } = prepared;
  const width = Math.min(NEIGHBOURS, Math.max(1, visitCount - 1));
  const list = new NearestList(visitCount, width);
  // Without a shift there may be no travel mode, and nothing to be near for.
  if (prepared.shiftCount === 0) return { width, visits: list.visits };
  const visitsOnDay = Array.from({ length: days }, (_, day) =>
    Array.from({ length: visitCount }, (_unused, visit) => visit).filter((visit) => closes[visit * days + day] >= 0),
  );
  for (let visit = 0; visit < visitCount; visit++) {
    for (let day = 0; day < days; day++) {
      if (closes[visit * days + day] < 0) continue;
      for (const other of visitsOnDay[day]) {
        if (other !== visit && firstSharedDay(prepared, visit, other) === day) {
          list.offer(visit, other, separation(prepared, visit, other, day, secondsApart));
        }
      }
    }
  }
  return { width, visits: list.visits };
}

/** Each pair is looked at once, on its first common day. */
function firstSharedDay({ days, closes }: PreparedProblem, one: number, other: number): number {
  for (let day = 0; day < days; day++) {
    if (closes[one * days + day] >= 0 && closes[other * days + day] >= 0) return day;
  }
  return -1;
}

function separation(prepared: PreparedProblem, one: number, other: number, day: number, secondsApart: number) {
  const { problem, placeOfNode, locations, days, opens, closes } = prepared;
  const travel = problem.travel[0];
  const there = travel[placeOfNode[one] * locations + placeOfNode[other]];
  const back = travel[placeOfNode[other] * locations + placeOfNode[one]];
  const middle = opens[one * days + day] + closes[one * days + day];
  const otherMiddle = opens[other * days + day] + closes[other * days + day];
  const apart = middle < otherMiddle ? otherMiddle - middle : middle - otherMiddle;
  return (there + back) / 2 + apart / 2 / secondsApart;
}

/** Keeps the nearest `width` per visit by insertion; a tie goes to the one offered first. */
class NearestList {
  readonly visits: Int32Array;
  private readonly distance: Float64Array;
  private readonly count: Int32Array;

  constructor(
    visitCount: number,
    private readonly width: number,
  ) {
    this.visits = new Int32Array(visitCount * width).fill(-1);
    this.distance = new Float64Array(visitCount * width);
    this.count = new Int32Array(visitCount);
  }

  offer(visit: number, other: number, distance: number): void {
    const row = visit * this.width;
    const last = row + this.width - 1;
    if (this.count[visit] === this.width && this.distance[last] <= distance) return;
    if (this.count[visit] < this.width) this.count[visit]++;
    let at = row + this.count[visit] - 1;
    while (at > row && this.distance[at - 1] > distance) {
      this.distance[at] = this.distance[at - 1];
      this.visits[at] = this.visits[at - 1];
      at--;
    }
    this.distance[at] = distance;
    this.visits[at] = other;
  }
}
