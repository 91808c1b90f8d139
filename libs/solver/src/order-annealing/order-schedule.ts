import type { HhcrspInstance } from './read-hhcrsp.js';

const NONE = -1;
/** Two keys closer than this cannot take another between them: the keys are spread anew. */
const SMALLEST_GAP = 1e-9;
/** Starts are sums of decimal fractions; a difference below this is none. */
const SAME_TIME = 1e-9;

/**
 * A solution as one order of all visits and an employee per service. Going through the order once gives every start as
 * early as possible, so two employees can never wait for each other in a circle (Ceschia, Di Gaspero, Rosati and Schaerf
 * 2024). The order is kept as a key per visit, and per employee as a linked list of services with rising keys, so that a
 * change costs only the visits whose start it moves. The cost is travel + total tardiness + largest tardiness, three times
 * the published objective.
 *
 * Use: `begin`, then changes (`place` and `moveKey`, or one `swapTails`), then `costUpTo`; keep the result or `takeBack` all since `begin`.
 */
export class OrderSchedule {
  readonly visitCount: number;
  readonly employeeCount: number;
  /** Place of each visit in the order: lower comes first; roughly 0 … visitCount. */
  readonly key: Float64Array;
  /** Per service (2 × visit, 2 × visit + 1): its employee; −1 where there is no second service. */
  readonly employeeOf: Int32Array;
  readonly isPair: Uint8Array;
  /** Row-major services × employees: 1 where the employee has the ability. */
  readonly isAble: Uint8Array;
  readonly ableOf: readonly Int32Array[];
  /** Next and previous service of the same employee; the entry 2 × visitCount + employee is the office at the start. */
  readonly next: Int32Array;
  readonly previous: Int32Array;

  private readonly distance: Float64Array;
  private readonly size: number;
  private readonly opens: Float64Array;
  private readonly dueBy: Float64Array;
  private readonly duration: Float64Array;
  private readonly minOffset: Float64Array;
  private readonly maxOffset: Float64Array;
  private readonly startOf: Float64Array;
  private travel = 0;
  private tardiness = 0;
  private worst = 0;

  private readonly waiting: Int32Array;
  private waitingCount = 0;
  private readonly isWaiting: Uint8Array;
  /** What was, for taking back: starts, links and keys in the order of the changes. */
  private readonly movedVisits: Int32Array;
  private readonly movedStarts: Float64Array;
  private movedCount = 0;
  private readonly relinked: Int32Array;
  private readonly relinkedAfter: Int32Array;
  private readonly relinkedEmployee: Int32Array;
  private relinkedCount = 0;
  private readonly keyedVisits: Int32Array;
  private readonly keysBefore: Float64Array;
  private keyedCount = 0;
  private tailAfter = NONE;
  private otherTailAfter = NONE;
  private travelBefore = 0;
  private tardinessBefore = 0;
  private worstBefore = 0;

  constructor(readonly instance: HhcrspInstance) {
    const { visits, employees } = instance;
    this.visitCount = visits.length;
    this.employeeCount = employees.length;
    this.size = visits.length + 1;
    this.key = Float64Array.from(visits, (_, visit) => visit);
    this.employeeOf = new Int32Array(2 * visits.length).fill(NONE);
    this.isPair = Uint8Array.from(visits, (visit) => visit.services.length - 1);
    this.isAble = new Uint8Array(2 * visits.length * employees.length);
    this.ableOf = this.findAble();
    this.distance = Float64Array.from(instance.distances.flat());
    this.opens = Float64Array.from(visits, (visit) => visit.opens);
    this.dueBy = Float64Array.from(visits, (visit) => visit.dueBy);
    this.duration = Float64Array.from(visits.flatMap(({ services: [one, two] }) => [one.duration, two?.duration ?? 0]));
    this.minOffset = Float64Array.from(visits, (visit) => visit.minOffset);
    this.maxOffset = Float64Array.from(visits, (visit) => visit.maxOffset);
    this.next = new Int32Array(2 * visits.length + employees.length).fill(NONE);
    this.previous = new Int32Array(2 * visits.length + employees.length).fill(NONE);
    this.startOf = new Float64Array(2 * visits.length);
    this.waiting = new Int32Array(visits.length);
    this.isWaiting = new Uint8Array(visits.length);
    this.movedVisits = new Int32Array(visits.length);
    this.movedStarts = new Float64Array(2 * visits.length);
    this.relinked = new Int32Array(8);
    this.relinkedAfter = new Int32Array(8);
    this.relinkedEmployee = new Int32Array(8);
    this.keyedVisits = new Int32Array(4);
    this.keysBefore = new Float64Array(4);
  }

  /** Lays everything out anew from `key` and `employeeOf`; keys become 0, 1, 2 … Answers the cost. */
  layOut(): number {
    const { key, next, previous, employeeOf, visitCount } = this;
    const order = this.visitsInOrder();
    const last = Int32Array.from({ length: this.employeeCount }, (_, employee) => 2 * visitCount + employee);
    next.fill(NONE);
    previous.fill(NONE);
    this.travel = 0;
    this.tardiness = 0;
    this.worst = 0;
    for (const [place, visit] of order.entries()) {
      key[visit] = place;
      for (let service = 2 * visit; service <= 2 * visit + this.isPair[visit]; service++) {
        const employee = employeeOf[service];
        const before = last[employee];
        next[before] = service;
        previous[service] = before;
        last[employee] = service;
        this.travel += this.leg(before, service);
      }
      this.setStarts(visit);
      this.tardiness += this.lateness(visit);
    }
    for (const service of last) this.travel += this.leg(service, NONE);
    this.worst = this.findWorst();
    return this.cost();
  }

  visitsInOrder(): Int32Array {
    const { key } = this;
    return Int32Array.from(key, (_, visit) => visit).sort((one, other) => key[one] - key[other] || one - other);
  }

  cost(): number {
    return this.travel + this.tardiness + this.worst;
  }

  begin(): void {
    this.movedCount = 0;
    this.relinkedCount = 0;
    this.keyedCount = 0;
    this.tailAfter = NONE;
    this.travelBefore = this.travel;
    this.tardinessBefore = this.tardiness;
    this.worstBefore = this.worst;
  }

  /** Gives the service to an employee, at the place its visit's key says. */
  place(service: number, employee: number): void {
    this.remember(service);
    this.unlink(service);
    this.employeeOf[service] = employee;
    this.linkByKey(service, employee);
  }

  /** Another place in the order; the visit's services move in their employees' lists where they have to. */
  moveKey(visit: number, key: number): void {
    this.keyedVisits[this.keyedCount] = visit;
    this.keysBefore[this.keyedCount++] = this.key[visit];
    this.key[visit] = key;
    for (let service = 2 * visit; service <= 2 * visit + this.isPair[visit]; service++) {
      if (!this.isInOrder(service)) this.place(service, this.employeeOf[service]);
    }
  }

  /**
   * Two employees exchange everything after the two given services, which must lie before all that is exchanged. False,
   * and nothing changed, where somebody lacks an ability or would meet the other half of a visit for two.
   */
  swapTails(one: number, other: number): boolean {
    const [employee, otherEmployee] = [this.employeeAt(one), this.employeeAt(other)];
    if (this.next[one] === NONE && this.next[other] === NONE) return false;
    if (!this.mayAllGo(this.next[one], otherEmployee) || !this.mayAllGo(this.next[other], employee)) return false;
    this.tailAfter = one;
    this.otherTailAfter = other;
    this.exchangeTails(one, other);
    return true;
  }

  /** The last service of an employee that is not later in the order than a key; the office entry where there is none. */
  lastUpTo(key: number, employee: number): number {
    let before = 2 * this.visitCount + employee;
    for (let after = this.next[before]; after !== NONE && this.key[after >> 1] <= key; after = this.next[after]) {
      before = after;
    }
    return before;
  }

  /** A key just after a service in its employee's list, drawn by `share` (0–1) from the gap; NaN where there is none. */
  keyAfter(service: number, share: number): number {
    const { key, visitCount, next } = this;
    const after = next[service];
    const low = service < 2 * visitCount ? key[service >> 1] : (after === NONE ? 0 : key[after >> 1]) - 2;
    const high = after === NONE ? low + 2 : key[after >> 1];
    return high - low < SMALLEST_GAP ? Number.NaN : low + (high - low) * (0.05 + 0.9 * share);
  }

  /** Follows all starts the changes move. The cost, or Infinity as soon as it is sure to exceed `limit`. */
  costUpTo(limit: number): number {
    const { waiting, isWaiting } = this;
    const isHopeless = this.travel > limit;
    let worstFell = false;
    let worst = this.worst;
    while (this.waitingCount > 0) {
      let first = 0;
      for (let at = 1; at < this.waitingCount; at++) if (this.isBefore(waiting[at], waiting[first])) first = at;
      const visit = waiting[first];
      waiting[first] = waiting[--this.waitingCount];
      isWaiting[visit] = 0;
      if (isHopeless) continue;
      const one = 2 * visit;
      const [oldStart, oldOther] = [this.startOf[one], this.startOf[one + 1]];
      const lateBefore = this.lateness(visit);
      const largestBefore = this.largestLateness(visit);
      this.setStarts(visit);
      const hasMoved = differs(this.startOf[one], oldStart);
      const hasOtherMoved = this.isPair[visit] === 1 && differs(this.startOf[one + 1], oldOther);
      if (!hasMoved && !hasOtherMoved) continue;
      this.keepStarts(visit, oldStart, oldOther);
      this.tardiness += this.lateness(visit) - lateBefore;
      const largest = this.largestLateness(visit);
      if (largest > worst) worst = largest;
      else if (largest < largestBefore && largestBefore >= this.worst) worstFell = true;
      if (hasMoved) this.wake(this.next[one]);
      if (hasOtherMoved) this.wake(this.next[one + 1]);
    }
    if (isHopeless) return Number.POSITIVE_INFINITY;
    this.worst = worstFell ? this.findWorst() : worst;
    return this.cost();
  }

  /** Undoes everything since `begin`. */
  takeBack(): void {
    for (let at = this.movedCount - 1; at >= 0; at--) {
      const visit = this.movedVisits[at];
      this.startOf[2 * visit] = this.movedStarts[2 * at];
      this.startOf[2 * visit + 1] = this.movedStarts[2 * at + 1];
    }
    if (this.tailAfter !== NONE) this.tieTails(this.tailAfter, this.otherTailAfter);
    for (let at = this.keyedCount - 1; at >= 0; at--) this.key[this.keyedVisits[at]] = this.keysBefore[at];
    for (let at = this.relinkedCount - 1; at >= 0; at--) {
      const service = this.relinked[at];
      this.cut(service);
      this.employeeOf[service] = this.relinkedEmployee[at];
      this.tie(service, this.relinkedAfter[at]);
    }
    this.travel = this.travelBefore;
    this.tardiness = this.tardinessBefore;
    this.worst = this.worstBefore;
  }

  /** Start of a service as it is laid out now. */
  start(service: number): number {
    return this.startOf[service];
  }

  private exchangeTails(one: number, other: number): void {
    const [tail, otherTail] = [this.next[one], this.next[other]];
    this.travel += this.leg(one, otherTail) + this.leg(other, tail) - this.leg(one, tail) - this.leg(other, otherTail);
    this.tieTails(one, other);
    this.wake(tail);
    this.wake(otherTail);
  }

  private tieTails(one: number, other: number): void {
    const [employee, otherEmployee] = [this.employeeAt(one), this.employeeAt(other)];
    const [tail, otherTail] = [this.next[one], this.next[other]];
    this.next[one] = otherTail;
    this.next[other] = tail;
    if (otherTail !== NONE) this.previous[otherTail] = one;
    if (tail !== NONE) this.previous[tail] = other;
    for (let service = otherTail; service !== NONE; service = this.next[service]) this.employeeOf[service] = employee;
    for (let service = tail; service !== NONE; service = this.next[service]) this.employeeOf[service] = otherEmployee;
  }

  private mayAllGo(first: number, employee: number): boolean {
    for (let service = first; service !== NONE; service = this.next[service]) {
      if (this.isAble[service * this.employeeCount + employee] === 0) return false;
      if (this.employeeOf[service ^ 1] === employee) return false;
    }
    return true;
  }

  private employeeAt(service: number): number {
    return service < 2 * this.visitCount ? this.employeeOf[service] : service - 2 * this.visitCount;
  }

  private remember(service: number): void {
    this.relinked[this.relinkedCount] = service;
    this.relinkedAfter[this.relinkedCount] = this.previous[service];
    this.relinkedEmployee[this.relinkedCount++] = this.employeeOf[service];
  }

  private unlink(service: number): void {
    const [before, after] = [this.previous[service], this.next[service]];
    this.travel += this.leg(before, after) - this.leg(before, service) - this.leg(service, after);
    this.cut(service);
    this.wake(after);
  }

  private linkByKey(service: number, employee: number): void {
    const { next } = this;
    let before = 2 * this.visitCount + employee;
    let after = next[before];
    while (after !== NONE && this.isBefore(after >> 1, service >> 1)) {
      before = after;
      after = next[after];
    }
    this.travel += this.leg(before, service) + this.leg(service, after) - this.leg(before, after);
    this.tie(service, before);
    this.wake(service);
    this.wake(after);
  }

  private cut(service: number): void {
    const [before, after] = [this.previous[service], this.next[service]];
    this.next[before] = after;
    if (after !== NONE) this.previous[after] = before;
  }

  private tie(service: number, before: number): void {
    const after = this.next[before];
    this.next[before] = service;
    this.previous[service] = before;
    this.next[service] = after;
    if (after !== NONE) this.previous[after] = service;
  }

  private isInOrder(service: number): boolean {
    const { visitCount } = this;
    const [before, after] = [this.previous[service], this.next[service]];
    const visit = service >> 1;
    return (
      (before >= 2 * visitCount || this.isBefore(before >> 1, visit)) &&
      (after === NONE || this.isBefore(visit, after >> 1))
    );
  }

  /** Equal keys are rare, but two lists must never disagree about them. */
  private isBefore(visit: number, other: number): boolean {
    const [one, two] = [this.key[visit], this.key[other]];
    return one < two || (one === two && visit < other);
  }

  private wake(service: number): void {
    if (service === NONE) return;
    const visit = service >> 1;
    if (this.isWaiting[visit] === 1) return;
    this.isWaiting[visit] = 1;
    this.waiting[this.waitingCount++] = visit;
  }

  private keepStarts(visit: number, start: number, otherStart: number): void {
    this.movedVisits[this.movedCount] = visit;
    this.movedStarts[2 * this.movedCount] = start;
    this.movedStarts[2 * this.movedCount + 1] = otherStart;
    this.movedCount++;
  }

  private setStarts(visit: number): void {
    const one = 2 * visit;
    let start = this.arrival(one);
    if (this.isPair[visit] === 1) {
      let otherStart = this.arrival(one + 1);
      if (otherStart < start + this.minOffset[visit]) otherStart = start + this.minOffset[visit];
      if (start < otherStart - this.maxOffset[visit]) start = otherStart - this.maxOffset[visit];
      this.startOf[one + 1] = otherStart;
    }
    this.startOf[one] = start;
  }

  private arrival(service: number): number {
    const before = this.previous[service];
    const freeAt = before < 2 * this.visitCount ? this.startOf[before] + this.duration[before] : 0;
    const arrival = freeAt + this.leg(before, service);
    const opens = this.opens[service >> 1];
    return arrival < opens ? opens : arrival;
  }

  /** Travel between two services; a start entry and NONE both mean the office. */
  private leg(from: number, to: number): number {
    const fromPlace = from < 2 * this.visitCount ? (from >> 1) + 1 : 0;
    const toPlace = to === NONE ? 0 : (to >> 1) + 1;
    return this.distance[fromPlace * this.size + toPlace];
  }

  private lateness(visit: number): number {
    const due = this.dueBy[visit];
    const late = Math.max(0, this.startOf[2 * visit] - due);
    return this.isPair[visit] === 1 ? late + Math.max(0, this.startOf[2 * visit + 1] - due) : late;
  }

  private largestLateness(visit: number): number {
    const due = this.dueBy[visit];
    const late = Math.max(0, this.startOf[2 * visit] - due);
    return this.isPair[visit] === 1 ? Math.max(late, this.startOf[2 * visit + 1] - due) : late;
  }

  private findWorst(): number {
    let worst = 0;
    for (let visit = 0; visit < this.visitCount; visit++) worst = Math.max(worst, this.largestLateness(visit));
    return worst;
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

function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > SAME_TIME;
}
