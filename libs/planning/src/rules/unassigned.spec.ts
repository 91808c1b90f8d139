import { DEFAULT_UNIT_SETTINGS as settings } from '@hemtjanst/domain';
import { unassignedCost } from './unassigned.js';

describe('a visit left out', () => {
  it('costs by priority and by its minutes', () => {
    // 30 min at 120 s a minute are 3 600 s on top of the priority's base.
    const costs = ([1, 2, 3] as const).map((priority) => unassignedCost({ priority }, 'main', 1800, settings));
    expect(costs).toEqual([39_600, 21_600, 12_600]);
  });

  it('is missed once, whoever else should have come: the second employee’s part costs its minutes', () => {
    expect(unassignedCost({ priority: 1 }, 'helper', 900, settings)).toBe(15 * 120);
  });
});
