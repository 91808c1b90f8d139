import type { RouteChange } from '../kernel/route-change.js';
import type { RouteState } from '../kernel/route-state.js';
import type { Random } from '../random.js';
import type { AbsenceCounters } from '../search/absence-counters.js';

/** The visits the current solution leaves out; of two twins the lower number stands for both. */
export class UnplannedVisits {
  private readonly visits: Int32Array;
  private count = 0;

  constructor(
    private readonly state: RouteState,
    private readonly absences: AbsenceCounters,
  ) {
    this.visits = new Int32Array(state.prepared.visitCount);
  }

  /** Reads all visits: after a change of the whole solution. */
  rebuild(): void {
    this.count = 0;
    for (let visit = 0; visit < this.state.prepared.visitCount; visit++) this.addIfUnplanned(visit);
  }

  /** Reads what an accepted step may have changed. */
  update(change: RouteChange): void {
    const before = this.count;
    this.count = 0;
    for (let index = 0; index < before; index++) this.addIfUnplanned(this.visits[index]);
    for (let index = 0; index < change.removedCount; index++) this.addIfUnplanned(change.removed[index]);
  }

  any(): boolean {
    return this.count > 0;
  }

  draw(random: Random): number {
    return this.visits[random.below(this.count)];
  }

  copyTo(queue: Int32Array): number {
    queue.set(this.visits.subarray(0, this.count));
    return this.count;
  }

  /**
   * Appends up to `limit` visits that might fit a touched shift, from a random place in the list on, or
   * (`mostAbsentFirst`) those left out most often; answers the new length.
   */
  sample(
    queue: Int32Array,
    length: number,
    limit: number,
    change: RouteChange,
    random: Random,
    mostAbsentFirst: boolean,
  ): number {
    if (this.count === 0) return length;
    const offset = mostAbsentFirst ? 0 : random.below(this.count);
    if (mostAbsentFirst) this.sortByAbsence();
    let end = length;
    for (let step = 0; step < this.count && end < length + limit; step++) {
      const index = offset + step;
      const visit = this.visits[index < this.count ? index : index - this.count];
      if (this.mightFit(visit, change)) queue[end++] = visit;
    }
    return end;
  }

  /** By insertion: counts grow slowly, so that the list is nearly in order from the time before. */
  private sortByAbsence(): void {
    const { visits } = this;
    const { mostFirst } = this.absences;
    for (let index = 1; index < this.count; index++) {
      const visit = visits[index];
      let at = index - 1;
      while (at >= 0 && mostFirst[visits[at]] > mostFirst[visit]) {
        visits[at + 1] = visits[at];
        at--;
      }
      visits[at + 1] = visit;
    }
  }

  private mightFit(visit: number, change: RouteChange): boolean {
    const { closes, days, dayOf, problem, shiftCount } = this.state.prepared;
    for (let index = 0; index < change.touchedCount; index++) {
      const shift = change.touched[index];
      if (closes[visit * days + dayOf[shift]] >= 0 && problem.compatible[visit * shiftCount + shift] === 1) return true;
    }
    return false;
  }

  private addIfUnplanned(visit: number): void {
    const twin = this.state.prepared.twinOf[visit];
    if (this.state.shiftOf[visit] < 0 && (twin < 0 || visit < twin)) this.visits[this.count++] = visit;
  }
}
