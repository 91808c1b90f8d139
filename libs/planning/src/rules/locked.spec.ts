import { applyEdit } from '../replan/apply-edit.js';
import { openPlan, withPlan } from '../replan/plan-context.js';
import { smallWeek } from '../testing/small-week.js';

describe('a locked visit', () => {
  it('cannot be taken out, and can once it is unlocked', () => {
    const input = smallWeek();
    const [{ id: visitId }] = input.plan.visits;
    const open = openPlan(input);
    const locked = applyEdit(open, { kind: 'lock', visitId });
    const context = withPlan(open, locked.isAllowed ? locked.plan : input.plan);
    expect(applyEdit(context, { kind: 'unassign', visitId })).toMatchObject({ violations: [{ rule: 'locked' }] });
    const unlocked = applyEdit(context, { kind: 'unlock', visitId });
    const free = withPlan(context, unlocked.isAllowed ? unlocked.plan : input.plan);
    expect(applyEdit(free, { kind: 'unassign', visitId }).isAllowed).toBe(true);
  });
});
