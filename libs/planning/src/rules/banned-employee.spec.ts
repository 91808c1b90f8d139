import { isBanned } from './banned-employee.js';

describe('who shall not come', () => {
  it('is named by the brukare’s record; everybody else may', () => {
    expect(isBanned({ bannedEmployeeIds: ['E1'] }, { id: 'E1' })).toBe(true);
    expect(isBanned({ bannedEmployeeIds: ['E1'] }, { id: 'E2' })).toBe(false);
  });
});
