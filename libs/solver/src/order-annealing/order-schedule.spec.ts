import { Random } from '../random.js';
import { OrderMoves } from './order-moves.js';
import { OrderSchedule } from './order-schedule.js';
import type { HhcrspInstance } from './read-hhcrsp.js';

const EVERYBODY = ['s1', 's2'];

/** Visits on a street, a third of them for two, some of these with an offset. */
function randomInstance(random: Random): HhcrspInstance {
  const places = Array.from({ length: 13 }, () => random.below(60));
  const visits = places.slice(1).map((_, index) => {
    const opens = random.below(200);
    const forTwo = random.below(3) === 0;
    const minOffset = forTwo ? random.below(2) * random.below(30) : 0;
    const services = [{ service: 's1', duration: 5 + random.below(20) }];
    if (forTwo) services.push({ service: 's2', duration: 5 + random.below(20) });
    return {
      id: `p${index}`,
      opens,
      dueBy: opens + random.below(60),
      services,
      minOffset,
      maxOffset: minOffset + random.below(2) * 10,
    };
  });
  return {
    name: 'random',
    employees: ['a', 'b', 'c'].map((id) => ({ id, abilities: EVERYBODY })),
    visits,
    distances: places.map((from) => places.map((to) => Math.abs(from - to))),
  };
}

function randomSchedule(random: Random): OrderSchedule {
  const schedule = new OrderSchedule(randomInstance(random));
  for (let visit = 0; visit < schedule.visitCount; visit++) {
    const first = random.below(3);
    schedule.employeeOf[2 * visit] = first;
    if (schedule.isPair[visit] === 1) schedule.employeeOf[2 * visit + 1] = (first + 1 + random.below(2)) % 3;
  }
  schedule.layOut();
  return schedule;
}

/** Cost and starts of the same order and employees, laid out from nothing. */
function fromScratch(schedule: OrderSchedule): { readonly cost: number; readonly starts: readonly number[] } {
  const copy = new OrderSchedule(schedule.instance);
  copy.key.set(schedule.key);
  copy.employeeOf.set(schedule.employeeOf);
  return { cost: copy.layOut(), starts: startsOf(copy) };
}

function startsOf(schedule: OrderSchedule): readonly number[] {
  return [...schedule.employeeOf].map((employee, service) => (employee < 0 ? -1 : schedule.start(service)));
}

describe('the schedule of an order', () => {
  it('follows the starts a change moves exactly as if everything were laid out anew, on 40 instances and 8 000 changes', () => {
    const random = new Random(7);
    for (let instance = 0; instance < 40; instance++) {
      const schedule = randomSchedule(random);
      const moves = new OrderMoves(schedule, random);
      for (let change = 0; change < 200; change++) {
        schedule.begin();
        if (!moves.propose()) continue;
        const cost = schedule.costUpTo(Number.POSITIVE_INFINITY);
        if (random.below(2) === 0) schedule.takeBack();
        const scratch = fromScratch(schedule);
        expect(schedule.cost()).toBeCloseTo(scratch.cost, 6);
        expect(startsOf(schedule)).toEqual(scratch.starts);
        expect(cost).toBeGreaterThan(0);
      }
    }
  });

  it('is as it was after a change that was refused for its travel alone', () => {
    const random = new Random(3);
    const schedule = randomSchedule(random);
    const [before, starts] = [schedule.cost(), startsOf(schedule)];
    for (let change = 0; change < 50; change++) {
      schedule.begin();
      schedule.place(
        0,
        (schedule.employeeOf[0] + 1) % 3 === schedule.employeeOf[1]
          ? schedule.employeeOf[0]
          : (schedule.employeeOf[0] + 1) % 3,
      );
      expect(schedule.costUpTo(0)).toBe(Number.POSITIVE_INFINITY);
      schedule.takeBack();
      expect([schedule.cost(), startsOf(schedule)]).toEqual([before, starts]);
    }
  });
});
