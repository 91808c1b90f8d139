import type { Random } from '../random.js';
import type { OrderSchedule } from './order-schedule.js';

const NEIGHBOURS = 20;
/** How much waiting between two visits counts against travel when neighbours are chosen. */
const WAIT_WEIGHT = 0.15;

/**
 * The four moves of the annealing. `propose` changes the schedule and answers the first changed position (−1: no move);
 * `takeBack` undoes the last proposal.
 */
export class OrderMoves {
  private readonly neighbours: Int32Array;
  private readonly width: number;
  private visit = 0;
  private oldPosition = 0;
  private service = -1;
  private oldEmployee = -1;
  private otherVisit = -1;
  private otherService = -1;

  constructor(
    private readonly schedule: OrderSchedule,
    private readonly random: Random,
  ) {
    this.width = Math.min(NEIGHBOURS, schedule.visitCount - 1);
    this.neighbours = this.findNeighbours();
  }

  propose(): number {
    const draw = this.random.unit();
    this.service = -1;
    this.otherVisit = -1;
    if (this.width === 0 || (draw >= 0.55 && draw < 0.7)) return this.changeEmployee();
    if (draw < 0.55) return this.moveNextToNeighbour();
    return draw < 0.85 ? this.shiftInOrder() : this.swapWithNeighbour();
  }

  takeBack(): void {
    const { schedule } = this;
    if (this.otherVisit >= 0) {
      const employee = schedule.employeeOf[this.service];
      schedule.employeeOf[this.service] = schedule.employeeOf[this.otherService];
      schedule.employeeOf[this.otherService] = employee;
      schedule.swapPositions(this.visit, this.otherVisit);
      return;
    }
    schedule.moveTo(this.visit, this.oldPosition);
    if (this.service >= 0) schedule.employeeOf[this.service] = this.oldEmployee;
  }

  /** One service goes to the employee of a nearby visit, just before or after it. */
  private moveNextToNeighbour(): number {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const neighbour = this.drawNeighbour(visit);
    const service = this.drawService(visit);
    const employee = schedule.employeeOf[this.drawService(neighbour)];
    if (!this.mayDo(service, employee)) return -1;
    const position = schedule.positionOf[visit];
    const shift = (random.nextBits() > 0 ? 1 : 0) - (position < schedule.positionOf[neighbour] ? 1 : 0);
    const target = schedule.positionOf[neighbour] + shift;
    if (target < 0 || target >= schedule.visitCount) return -1;
    if (target === position && employee === schedule.employeeOf[service]) return -1;
    this.remember(visit, service);
    schedule.employeeOf[service] = employee;
    schedule.moveTo(visit, target);
    return Math.min(position, target);
  }

  private changeEmployee(): number {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const service = this.drawService(visit);
    const able = schedule.ableOf[service];
    const employee = able[random.below(able.length)];
    if (employee === schedule.employeeOf[service] || !this.mayDo(service, employee)) return -1;
    this.remember(visit, service);
    schedule.employeeOf[service] = employee;
    return schedule.positionOf[visit];
  }

  private shiftInOrder(): number {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const position = schedule.positionOf[visit];
    const reach = Math.max(3, schedule.visitCount >> 3);
    const target = Math.min(schedule.visitCount - 1, Math.max(0, position + random.below(2 * reach + 1) - reach));
    if (target === position) return -1;
    this.remember(visit, -1);
    schedule.moveTo(visit, target);
    return Math.min(position, target);
  }

  /** Two nearby visits change places in the order and the employees of one service each. */
  private swapWithNeighbour(): number {
    const { schedule, random } = this;
    const visit = random.below(schedule.visitCount);
    const other = this.drawNeighbour(visit);
    const service = this.drawService(visit);
    const otherService = this.drawService(other);
    const employee = schedule.employeeOf[service];
    const otherEmployee = schedule.employeeOf[otherService];
    if (!this.mayDo(service, otherEmployee) || !this.mayDo(otherService, employee)) return -1;
    this.remember(visit, service);
    this.otherVisit = other;
    this.otherService = otherService;
    schedule.employeeOf[service] = otherEmployee;
    schedule.employeeOf[otherService] = employee;
    schedule.swapPositions(visit, other);
    return Math.min(schedule.positionOf[visit], schedule.positionOf[other]);
  }

  private remember(visit: number, service: number): void {
    this.visit = visit;
    this.oldPosition = this.schedule.positionOf[visit];
    this.service = service;
    if (service >= 0) this.oldEmployee = this.schedule.employeeOf[service];
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
