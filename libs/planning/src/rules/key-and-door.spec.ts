import type { Brukare } from '@hemtjanst/domain';
import { openPlan } from '../replan/plan-context.js';
import { rankPlaces } from '../replan/price-move.js';
import { smallWeek } from '../testing/small-week.js';
import { keyAndDoorRule } from './key-and-door.js';

const HOME = { lat: 57.71, lon: 11.95 };

/** Seconds that the second brukare's visit adds beside the ride, when the first one's is there already. */
function addedBy(second: Partial<Brukare>): number | undefined {
  const input = smallWeek({ brukare: [{ coordinate: HOME }, second], employees: [{}] });
  const gone = input.plan.visits.find(({ brukareId }) => brukareId === 'B2');
  const plan = { ...input.plan, visits: input.plan.visits.filter((visit) => visit !== gone) };
  const { places } = rankPlaces(openPlan({ ...input, plan }), { demandId: gone?.demandId ?? '' }, 1);
  return places[0].lines.find(({ rule }) => rule === keyAndDoorRule.id)?.amount;
}

describe('lock, key and stairs', () => {
  const elsewhere = { coordinate: { lat: 57.73, lon: 11.95 } };

  it('cost one stop more at another house, and a minute between two doors behind one entrance', () => {
    // A stop with parking and the way in takes 180 s; 60 s where the employee already stands in the house.
    expect(addedBy(elsewhere)).toBe(180);
    expect(addedBy({ coordinate: HOME })).toBe(60);
  });

  it('cost two minutes more for a metal key, which is fetched, than for a door without key', () => {
    expect(addedBy({ ...elsewhere, keyKind: 'nyckelfri' })).toBe(180);
    expect(addedBy({ ...elsewhere, keyKind: 'metall' })).toBe(300);
  });
});
