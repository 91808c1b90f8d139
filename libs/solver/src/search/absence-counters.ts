/**
 * How often the search has tried in vain to place each visit. A visit that is left out again and again is hard to place:
 * it goes before those that find a place more easily (fleet minimisation of Christiaens and Vanden Berghe 2020).
 */
export class AbsenceCounters {
  /** Per visit the negative of its count: as a sort key the one left out most often comes first. */
  readonly mostFirst: Int32Array;

  constructor(visits: number) {
    this.mostFirst = new Int32Array(visits);
  }

  count(visit: number): void {
    this.mostFirst[visit]--;
  }

  timesOf(visit: number): number {
    return 0 - this.mostFirst[visit];
  }

  /** Together, of the first `size` of some visits. */
  sumOf(visits: Int32Array, size: number): number {
    let sum = 0;
    for (let index = 0; index < size; index++) sum -= this.mostFirst[visits[index]];
    return sum;
  }
}
