import { isOtherGroup } from './work-group.js';

describe('the work group', () => {
  it('is the one of the shift: who is lent has the borrowing group on the shift', () => {
    expect(isOtherGroup({ workGroupId: 'G1' }, { workGroupId: 'G1' })).toBe(false);
    expect(isOtherGroup({ workGroupId: 'G1' }, { workGroupId: 'G2' })).toBe(true);
  });
});
