import { DEFAULT_UNIT_SETTINGS as settings, aShift, minuteOfDay, minutes } from '@hemtjanst/domain';
import { rankPlaces } from '../replan/price-move.js';
import { openPlan } from '../replan/plan-context.js';
import { smallWeek } from '../testing/small-week.js';
import { rastRule } from './rast.js';

describe('the rast', () => {
  it('names the hours within which it is taken', () => {
    // 07–16 with 45 min: 11:00 at the earliest, 12:00 at the latest, so that nobody works five hours in a row.
    expect(rastRule.explain({ shift: aShift(), settings }).sv).toBe('Rasten får inte plats (ska tas 11:00–12:45).');
  });

  it('stands against a visit that would cover all its hours, and not against one that leaves it its last minute', () => {
    // From 10:30 on: a visit that ends by 12:00 lets the rast begin at its latest, 12:00; one minute more does not.
    const forbiddenFor = (serviceMinutes: number) => {
      const template = {
        window: { earliest: minuteOfDay(630), latest: minuteOfDay(630) },
        serviceMinutes: minutes(serviceMinutes),
      };
      const input = smallWeek({ brukare: [{}], employees: [{}], templates: [template] });
      const [demand] = input.question.groupWeek.demands;
      return rankPlaces(openPlan(input), { demandId: demand.id }).forbidden.map(({ rule }) => rule);
    };
    expect(forbiddenFor(90)).toEqual([]);
    expect(forbiddenFor(91)).toEqual(['rast']);
  });
});
