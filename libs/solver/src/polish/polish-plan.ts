import type { Neighbours } from '../kernel/neighbours.js';
import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { PlaceSearch } from '../recreate/place-search.js';
import { moveStretch } from './move-stretch.js';
import type { PolishMove } from './polish-move.js';
import { swapTails } from './swap-tails.js';
import { swapVisits } from './swap-visits.js';
import { Trial } from './trial.js';

export interface PolishParts {
  readonly state: RouteState;
  readonly change: RouteChange;
  readonly places: PlaceSearch;
  readonly neighbours: Neighbours;
  /** Told after each exchange that was kept. */
  readonly onKept: () => void;
}

/**
 * Local search on a good plan: exchanges between shifts of a day, as long as one of them lowers the whole cost. Ruin and
 * recreate finds most of them by chance; what it has missed is found here for certain, among neighbours.
 */
export class PolishPlan {
  private readonly moves: readonly PolishMove[];
  /** 1 where a route the visit is in has changed since its exchanges were tried. */
  private readonly isDue: Uint8Array;

  constructor(private readonly parts: PolishParts) {
    const { state, change, places, neighbours } = parts;
    const trial = new Trial(state, change, places);
    this.moves = [swapVisits, moveStretch, swapTails].map((move) => move(state, trial, neighbours));
    this.isDue = new Uint8Array(state.prepared.visitCount);
  }

  /** Tries the exchanges of every visit. */
  polishAll(): void {
    this.isDue.fill(1);
    this.polishDue();
  }

  /** Tries those of the visits in the shifts touched in the present step. */
  polishTouched(): void {
    this.markTouched();
    this.polishDue();
  }

  private polishDue(): void {
    let found = true;
    while (found) {
      found = false;
      for (let visit = 0; visit < this.isDue.length; visit++) {
        if (this.isDue[visit] === 0) continue;
        this.isDue[visit] = 0;
        if (this.parts.state.shiftOf[visit] < 0) continue;
        for (const move of this.moves) while (move(visit)) found = this.keep();
      }
    }
  }

  private keep(): true {
    this.markTouched();
    this.parts.onKept();
    return true;
  }

  private markTouched(): void {
    const { state, change } = this.parts;
    const { firstPause, firstStart, firstEnd } = state.prepared;
    for (let index = 0; index < change.touchedCount; index++) {
      for (let node = firstStart + change.touched[index]; node < firstEnd; node = state.next[node]) {
        if (node < firstPause) this.isDue[node] = 1;
      }
    }
  }
}
