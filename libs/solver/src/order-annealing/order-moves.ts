import type { Random } from '../random.js';
import type { OrderSchedule } from './order-schedule.js';

const NEIGHBOURS = 20;
/** How much waiting between two visits counts against travel when neighbours are chosen. */
const WAIT_WEIGHT = 0.15;

/** The six moves of the annealing. `propose` changes the schedule since its `begin`; false: nothing was changed. */
export class OrderMoves {
  private readonly neighbours: Int32Array;
  private readonly width: number;

  constructor(
    private readonly schedule: OrderSchedule,
    private readonly random: Random,
  ) {
    this.width = Math.min(NEIGHBOURS, schedule.visitCount - 1);
    this.neighbours = this.findNeighbours();
  }

  propose(): boolean {
    const draw = this.random.unit();
    if (this.width === 0 || draw < 0.12) return this.changeEmployee();
    if (draw < 0.22) return this.shiftInOrder();
    if (draw < 0.34) return this.swapWithNeighbour();
    if (draw < 0.42) return this.swapTailsWithNeighbour();
    const visit = this.random.below(this.schedule.visitCount);
    return draw < 0.6 && this.schedule.isPair[visit] === 1 ? this.movePair(visit) : this.moveNextToNeighbour(visit);
  }

  /** Both employees of a visit for two change at once: by single moves one of them would have to wait in between. */
  private movePair(visit: number): boolean {
    const { schedule, random } = this;
    const beside = this.drawService(this.drawNeighbour(visit));
    const employee = schedule.employeeOf[beside];
    const service = 2 * visit + random.below(2);
    const able = schedule.ableOf[service ^ 1];
    const other = able[random.below(able.length)];
    if (other === employee || schedule.isAble[service * schedule.employeeCount + employee] === 0) return false;
    const before = random.nextBits() > 0 ? beside : schedule.previous[beside];
    if (before >> 1 === visit || schedule.next[before] >> 1 === visit) return false;
    const key = schedule.keyAfter(before, random.unit());
    if (Number.isNaN(key)) return false;
    schedule.moveKey(visit, key);
    if (employee !== schedule.employeeOf[service]) schedule.place(service, employee);
    if (other !== schedule.employeeOf[service ^ 1]) schedule.place(service ^ 1, other);
    return true;
  }

  /** Two employees who are near each other exchange the rest of their day. */
  private swapTailsWithNeighbour(): boolean {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const service = this.drawService(visit);
    const other = schedule.employeeOf[this.drawService(this.drawNeighbour(visit))];
    if (other === schedule.employeeOf[service]) return false;
    const before = random.nextBits() > 0 ? service : schedule.previous[service];
    const cut = before < 2 * schedule.visitCount ? schedule.key[before >> 1] : Number.NEGATIVE_INFINITY;
    return schedule.swapTails(before, schedule.lastUpTo(cut, other));
  }

  /** One service goes to the employee of a nearby visit, just before or after it. */
  private moveNextToNeighbour(visit: number): boolean {
    const { schedule, random } = this;
    const service = this.drawService(visit);
    const beside = this.drawService(this.drawNeighbour(visit));
    const employee = schedule.employeeOf[beside];
    if (!this.mayDo(service, employee)) return false;
    const before = random.nextBits() > 0 ? beside : schedule.previous[beside];
    if (before === service || schedule.next[before] === service) return false;
    const key = schedule.keyAfter(before, random.unit());
    if (Number.isNaN(key)) return false;
    const isElsewhere = employee !== schedule.employeeOf[service];
    schedule.moveKey(visit, this.fits(visit, before) ? schedule.key[visit] : key);
    if (isElsewhere) schedule.place(service, employee);
    return true;
  }

  /** Whether the visit's key already lies between a service and the one after it. */
  private fits(visit: number, before: number): boolean {
    const { key, next, visitCount } = this.schedule;
    const after = next[before];
    return (before >= 2 * visitCount || key[before >> 1] < key[visit]) && (after < 0 || key[visit] < key[after >> 1]);
  }

  private changeEmployee(): boolean {
    const { schedule, random } = this;
    const service = this.drawService(random.below(schedule.visitCount));
    const able = schedule.ableOf[service];
    const employee = able[random.below(able.length)];
    if (employee === schedule.employeeOf[service] || !this.mayDo(service, employee)) return false;
    schedule.place(service, employee);
    return true;
  }

  /** Earlier or later in the order by at most an eighth of all visits; false where no employee's list changes by it. */
  private shiftInOrder(): boolean {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const reach = Math.max(3, schedule.visitCount >> 3);
    const key = schedule.key[visit] + (2 * random.unit() - 1) * reach;
    if (!this.changesAList(visit, key)) return false;
    schedule.moveKey(visit, key);
    return true;
  }

  private changesAList(visit: number, key: number): boolean {
    const { schedule } = this;
    for (let service = 2 * visit; service <= 2 * visit + schedule.isPair[visit]; service++) {
      const [before, after] = [schedule.previous[service], schedule.next[service]];
      if (before < 2 * schedule.visitCount && schedule.key[before >> 1] >= key) return true;
      if (after >= 0 && schedule.key[after >> 1] <= key) return true;
    }
    return false;
  }

  /** Two nearby visits change places in the order and the employees of one service each. */
  private swapWithNeighbour(): boolean {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const other = this.drawNeighbour(visit);
    const service = this.drawService(visit);
    const otherService = this.drawService(other);
    const employee = schedule.employeeOf[service];
    const otherEmployee = schedule.employeeOf[otherService];
    if (!this.mayDo(service, otherEmployee) || !this.mayDo(otherService, employee)) return false;
    const [key, otherKey] = [schedule.key[visit], schedule.key[other]];
    schedule.moveKey(visit, otherKey);
    schedule.moveKey(other, key);
    schedule.place(service, otherEmployee);
    schedule.place(otherService, employee);
    return true;
  }

  /** Able, and not the employee of the other service of the same visit. */
  private mayDo(service: number, employee: number): boolean {
    const { isAble, employeeCount, employeeOf } = this.schedule;
    return isAble[service * employeeCount + employee] === 1 && employeeOf[service ^ 1] !== employee;
  }

  private drawService(visit: number): number {
    return 2 * visit + (this.schedule.isPair[visit] === 1 ? this.random.below(2) : 0);
  }

  private drawNeighbour(visit: number): number {
    return this.neighbours[visit * this.width + this.random.below(this.width)];
  }

  private findNeighbours(): Int32Array {
    const { visits, distances } = this.schedule.instance;
    const nearest = visits.map((visit, index) => {
      const duration = visit.services[0].duration;
      const separation = visits.map((other, at) => {
        const waitAfter = other.opens - visit.dueBy - duration;
        const waitBefore = visit.opens - other.dueBy - other.services[0].duration;
        return distances[index + 1][at + 1] + WAIT_WEIGHT * Math.max(0, waitAfter, waitBefore);
      });
      return visits
        .map((_, at) => at)
        .filter((at) => at !== index)
        .sort((one, other) => separation[one] - separation[other] || one - other)
        .slice(0, this.width);
    });
    return Int32Array.from(nearest.flat());
  }
}
