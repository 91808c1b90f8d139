import type { HhcrspInstance } from './read-hhcrsp.js';

/** The state at every eighth place of the order is kept, so that a change late in the order is evaluated from there. */
const CHECKPOINT_STEP = 8;

/**
 * A solution as one order of all visits and an employee per service. Going through the order once gives every start as
 * early as possible, so two employees can never wait for each other in a circle (Ceschia, Di Gaspero, Rosati and Schaerf
 * 2024). The cost is travel + total tardiness + largest tardiness, three times the published objective.
 */
export class OrderSchedule {
  readonly visitCount: number;
  readonly employeeCount: number;
  readonly order: Int32Array;
  readonly positionOf: Int32Array;
  /** Per service (2 × visit, 2 × visit + 1): its employee; −1 where there is no second service. */
  readonly employeeOf: Int32Array;
  readonly isPair: Uint8Array;
  /** Row-major services × employees: 1 where the employee has the ability. */
  readonly isAble: Uint8Array;
  readonly ableOf: readonly Int32Array[];

  private readonly distance: Float64Array;
  private readonly opens: Float64Array;
  private readonly dueBy: Float64Array;
  private readonly duration: Float64Array;
  private readonly minOffset: Float64Array;
  private readonly maxOffset: Float64Array;
  private readonly freeAt: Float64Array;
  private readonly location: Int32Array;
  private readonly checkpoints: Float64Array;
  private readonly checkpointWidth: number;

  constructor(readonly instance: HhcrspInstance) {
    const { visits, employees } = instance;
    this.visitCount = visits.length;
    this.employeeCount = employees.length;
    this.order = Int32Array.from(visits, (_, visit) => visit);
    this.positionOf = this.order.slice();
    this.employeeOf = new Int32Array(2 * visits.length).fill(-1);
    this.isPair = Uint8Array.from(visits, (visit) => visit.services.length - 1);
    this.isAble = new Uint8Array(2 * visits.length * employees.length);
    this.ableOf = this.findAble();
    this.distance = Float64Array.from(instance.distances.flat());
    this.opens = Float64Array.from(visits, (visit) => visit.opens);
    this.dueBy = Float64Array.from(visits, (visit) => visit.dueBy);
    this.duration = Float64Array.from(visits.flatMap(({ services: [one, two] }) => [one.duration, two?.duration ?? 0]));
    this.minOffset = Float64Array.from(visits, (visit) => visit.minOffset);
    this.maxOffset = Float64Array.from(visits, (visit) => visit.maxOffset);
    this.freeAt = new Float64Array(employees.length);
    this.location = new Int32Array(employees.length);
    this.checkpointWidth = 2 * employees.length + 3;
    this.checkpoints = new Float64Array((Math.ceil(visits.length / CHECKPOINT_STEP) + 1) * this.checkpointWidth);
  }

  /** Cost of the whole order from a changed position on; Infinity as soon as it is sure to exceed `limit`. */
  costFrom(position: number, limit: number): number {
    return this.evaluate(position, limit, false);
  }

  /** The same, and remembers the way there for later calls; after every change that is kept. */
  settleFrom(position: number): number {
    return this.evaluate(position, Number.POSITIVE_INFINITY, true);
  }

  moveTo(visit: number, position: number): void {
    const { order, positionOf } = this;
    const from = positionOf[visit];
    const step = position > from ? 1 : -1;
    for (let at = from; at !== position; at += step) {
      order[at] = order[at + step];
      positionOf[order[at]] = at;
    }
    order[position] = visit;
    positionOf[visit] = position;
  }

  swapPositions(one: number, other: number): void {
    const { order, positionOf } = this;
    const [at, otherAt] = [positionOf[one], positionOf[other]];
    order[at] = other;
    order[otherAt] = one;
    positionOf[one] = otherAt;
    positionOf[other] = at;
  }

  setOrder(order: Int32Array): void {
    this.order.set(order);
    for (let at = 0; at < this.visitCount; at++) this.positionOf[order[at]] = at;
  }

  /** Start per service, for reading a result. */
  starts(): Float64Array {
    const { instance, order, employeeOf, distance, opens, duration, minOffset, maxOffset } = this;
    const size = instance.distances.length;
    const starts = new Float64Array(2 * this.visitCount).fill(-1);
    const freeAt = new Float64Array(this.employeeCount);
    const location = new Int32Array(this.employeeCount);
    for (const visit of order) {
      const arrivals = [0, 1].map((nth) => {
        const employee = employeeOf[2 * visit + nth];
        if (employee < 0) return Number.NEGATIVE_INFINITY;
        return Math.max(freeAt[employee] + distance[location[employee] * size + visit + 1], opens[visit]);
      });
      const second = Math.max(arrivals[1], arrivals[0] + minOffset[visit]);
      const first = this.isPair[visit] === 1 ? Math.max(arrivals[0], second - maxOffset[visit]) : arrivals[0];
      [first, second].forEach((start, nth) => {
        const service = 2 * visit + nth;
        const employee = employeeOf[service];
        if (employee < 0) return;
        starts[service] = start;
        freeAt[employee] = start + duration[service];
        location[employee] = visit + 1;
      });
    }
    return starts;
  }

  private evaluate(position: number, limit: number, remember: boolean): number {
    const { order, employeeOf, isPair, distance, opens, dueBy, duration, minOffset, maxOffset } = this;
    const { freeAt, location, checkpoints, checkpointWidth, employeeCount, visitCount } = this;
    const size = visitCount + 1;
    const first = Math.floor(position / CHECKPOINT_STEP);
    const from = first * checkpointWidth;
    for (let employee = 0; employee < employeeCount; employee++) {
      freeAt[employee] = checkpoints[from + employee];
      location[employee] = checkpoints[from + employeeCount + employee];
    }
    let travel = checkpoints[from + 2 * employeeCount];
    let tardiness = checkpoints[from + 2 * employeeCount + 1];
    let worst = checkpoints[from + 2 * employeeCount + 2];
    for (let at = first * CHECKPOINT_STEP; at < visitCount; at++) {
      if (remember && at % CHECKPOINT_STEP === 0) this.keep(at / CHECKPOINT_STEP, travel, tardiness, worst);
      const visit = order[at];
      const employee = employeeOf[2 * visit];
      const leg = distance[location[employee] * size + visit + 1];
      let start = freeAt[employee] + leg;
      if (start < opens[visit]) start = opens[visit];
      travel += leg;
      if (isPair[visit] === 1) {
        const other = employeeOf[2 * visit + 1];
        const otherLeg = distance[location[other] * size + visit + 1];
        let otherStart = freeAt[other] + otherLeg;
        if (otherStart < opens[visit]) otherStart = opens[visit];
        travel += otherLeg;
        if (otherStart < start + minOffset[visit]) otherStart = start + minOffset[visit];
        if (start < otherStart - maxOffset[visit]) start = otherStart - maxOffset[visit];
        freeAt[other] = otherStart + duration[2 * visit + 1];
        location[other] = visit + 1;
        const otherLate = otherStart - dueBy[visit];
        if (otherLate > 0) {
          tardiness += otherLate;
          if (otherLate > worst) worst = otherLate;
        }
      }
      freeAt[employee] = start + duration[2 * visit];
      location[employee] = visit + 1;
      const late = start - dueBy[visit];
      if (late > 0) {
        tardiness += late;
        if (late > worst) worst = late;
      }
      if (travel + tardiness + worst > limit) return Number.POSITIVE_INFINITY;
    }
    for (let employee = 0; employee < employeeCount; employee++) travel += distance[location[employee] * size];
    return travel + tardiness + worst;
  }

  private keep(index: number, travel: number, tardiness: number, worst: number): void {
    const at = index * this.checkpointWidth;
    const { checkpoints, employeeCount } = this;
    for (let employee = 0; employee < employeeCount; employee++) {
      checkpoints[at + employee] = this.freeAt[employee];
      checkpoints[at + employeeCount + employee] = this.location[employee];
    }
    checkpoints[at + 2 * employeeCount] = travel;
    checkpoints[at + 2 * employeeCount + 1] = tardiness;
    checkpoints[at + 2 * employeeCount + 2] = worst;
  }

  private findAble(): readonly Int32Array[] {
    const { visits, employees } = this.instance;
    return visits.flatMap(({ id, services }, visit) =>
      [0, 1].map((nth) => {
        const need = services.at(nth);
        if (need === undefined) return new Int32Array();
        const able = employees.flatMap(({ abilities }, index) => (abilities.includes(need.service) ? [index] : []));
        if (able.length === 0) throw new Error(`Nobody is able to do service ${need.service} of ${id}`);
        for (const employee of able) this.isAble[(2 * visit + nth) * employees.length + employee] = 1;
        return Int32Array.from(able);
      }),
    );
  }
}
