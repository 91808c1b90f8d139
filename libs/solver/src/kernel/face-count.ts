import type { Problem } from '../problem.js';

/**
 * How many distinct employees each brukare meets, and what that costs. The cost depends on the set of employees only, not
 * on the order in which visits are placed, so it is kept up to date in O(1).
 */
export class FaceCount {
  cost = 0;
  private readonly employees: number;
  private readonly seen: Uint8Array;
  private readonly faceCost: Int32Array;
  private readonly visitsWith: Int32Array;
  private readonly distinct: Int32Array;

  constructor(problem: Problem) {
    this.employees = problem.employees;
    this.seen = problem.continuity.seen;
    this.faceCost = problem.continuity.faceCost;
    this.visitsWith = new Int32Array(problem.brukare * problem.employees);
    this.distinct = new Int32Array(problem.brukare);
    for (let brukare = 0; brukare < problem.brukare; brukare++) {
      for (let employee = 0; employee < problem.employees; employee++) {
        if (this.seen[brukare * problem.employees + employee] === 1) this.distinct[brukare]++;
      }
    }
  }

  /** Added cost of one more visit of the employee at the brukare. */
  costOf(brukare: number, employee: number): number {
    const cell = brukare * this.employees + employee;
    return this.visitsWith[cell] > 0 || this.seen[cell] === 1 ? 0 : this.priceOfFace(this.distinct[brukare]);
  }

  /** Added cost when one visit of the brukare goes from one employee to another. */
  costOfExchange(brukare: number, from: number, to: number): number {
    const leaves =
      this.visitsWith[brukare * this.employees + from] === 1 && this.seen[brukare * this.employees + from] === 0;
    const met = this.distinct[brukare] - (leaves ? 1 : 0);
    return (this.isNew(brukare, to) ? this.priceOfFace(met) : 0) - (leaves ? this.priceOfFace(met) : 0);
  }

  /** The brukare has not met the employee, in the window's history or in the plan. */
  isNew(brukare: number, employee: number): boolean {
    const cell = brukare * this.employees + employee;
    return this.visitsWith[cell] === 0 && this.seen[cell] === 0;
  }

  /** What two new employees at once cost more than twice the first of them. */
  extraOfSecond(brukare: number): number {
    const met = this.distinct[brukare];
    return this.priceOfFace(met + 1) - this.priceOfFace(met);
  }

  add(brukare: number, employee: number): void {
    const cell = brukare * this.employees + employee;
    if (this.visitsWith[cell]++ === 0 && this.seen[cell] === 0) this.cost += this.priceOfFace(this.distinct[brukare]++);
  }

  remove(brukare: number, employee: number): void {
    const cell = brukare * this.employees + employee;
    if (--this.visitsWith[cell] === 0 && this.seen[cell] === 0) this.cost -= this.priceOfFace(--this.distinct[brukare]);
  }

  private priceOfFace(alreadyMet: number): number {
    const steps = this.faceCost.length;
    if (steps === 0) return 0;
    return this.faceCost[alreadyMet < steps ? alreadyMet : steps - 1];
  }
}
