import { disruptionCost, leftOutDisruptionCost } from './disruption.js';

describe('disruption of a plan that people know', () => {
  const cost = (hasOtherEmployee: boolean, movedMinutes: number, isNotified = false) =>
    disruptionCost({ hasOtherEmployee, movedSeconds: movedMinutes * 60, isNotified });

  it('costs three steps for another employee and one for a start moved by more than a quarter of an hour', () => {
    expect([cost(false, 15), cost(false, -15), cost(false, 16), cost(false, -16)]).toEqual([0, 0, 600, 600]);
    expect([cost(true, 0), cost(true, 16)]).toEqual([1800, 2400]);
  });

  it('costs twice as much once the person has been told', () => {
    expect([cost(true, 0, true), cost(false, 16, true), cost(false, 15, true)]).toEqual([3600, 1200, 0]);
  });

  it('is worst for who waits for a visit that does not come', () => {
    expect(leftOutDisruptionCost(false)).toBeGreaterThan(cost(true, 60));
    expect(leftOutDisruptionCost(true)).toBe(2 * leftOutDisruptionCost(false));
  });
});
