import { localDate } from '../time/local-date.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { addMonths, planDue, plansDue, type OrderPlanState } from './plan-due.js';

const order = (override: Partial<OrderPlanState> = {}): OrderPlanState => ({
  orderId: 'O1',
  brukareId: 'B1',
  from: localDate('2026-03-01'),
  receivedOn: localDate('2026-02-20'),
  agreedOn: null,
  followUpOn: null,
  ...override,
});
const settings = DEFAULT_UNIT_SETTINGS;
const asOf = localDate('2026-03-07');

describe('a genomförandeplan', () => {
  it('is due 15 days after the order came', () => {
    expect(planDue(order(), asOf, settings)).toMatchObject({ task: 'agree', dueOn: '2026-03-07', daysLeft: 0 });
  });

  it('is due 15 days after the order’s first day where nobody knows when it came', () => {
    expect(planDue(order({ receivedOn: null }), asOf, settings)).toMatchObject({ dueOn: '2026-03-16', daysLeft: 9 });
  });

  it('that is agreed is followed up within six months', () => {
    const agreed = order({ agreedOn: localDate('2025-09-10') });
    expect(planDue(agreed, asOf, settings)).toMatchObject({ task: 'follow-up', dueOn: '2026-03-10', daysLeft: 3 });
  });

  it('is followed up on the day that was set, by the plan or by the last follow-up', () => {
    const agreed = order({ agreedOn: localDate('2025-09-10'), followUpOn: localDate('2026-01-15') });
    expect(planDue(agreed, asOf, settings)).toMatchObject({ dueOn: '2026-01-15', daysLeft: -51 });
  });

  it('has the times of the unit', () => {
    const other = { planWithinDays: 30, followUpWithinMonths: 12 };
    expect(planDue(order(), asOf, other).dueOn).toBe('2026-03-22');
    expect(planDue(order({ agreedOn: localDate('2025-09-10') }), asOf, other).dueOn).toBe('2026-09-10');
  });

  it('of the 31st of August is followed up on the last of February', () => {
    expect(addMonths(localDate('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(localDate('2027-08-31'), 6)).toBe('2028-02-29');
    expect(addMonths(localDate('2026-12-15'), 1)).toBe('2027-01-15');
  });

  it('is late the day after, soon until then, and neither when there is time', () => {
    const orders = ['2026-02-19', '2026-02-20', '2026-02-27', '2026-02-28'].map((day, at) =>
      order({ orderId: `O${at}`, receivedOn: localDate(day) }),
    );
    const { late, soon } = plansDue(orders, asOf, 7, settings);
    expect(late.map(({ orderId, daysLeft }) => [orderId, daysLeft])).toEqual([['O0', -1]]);
    expect(soon.map(({ orderId, daysLeft }) => [orderId, daysLeft])).toEqual([
      ['O1', 0],
      ['O2', 7],
    ]);
  });
});
