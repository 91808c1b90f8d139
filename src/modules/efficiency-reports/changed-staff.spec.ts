import { aCareUnit, aShift, isoWeek, localDate } from '@hemtjanst/domain';
import { groupsTouched, shiftsOutside, withChangedStaff } from './changed-staff.js';

const unit = aCareUnit({
  shifts: [
    aShift({ id: 'S1', workGroupId: 'G1', onDate: localDate('2026-03-02') }),
    aShift({ id: 'S2', workGroupId: 'G1', onDate: localDate('2026-03-03') }),
    aShift({ id: 'S3', workGroupId: 'G2', onDate: localDate('2026-03-02') }),
  ],
});
const groupsOf = ({ shifts }: typeof unit) => shifts.map(({ id, workGroupId }) => `${id} ${workGroupId}`);

describe('a week with other staff', () => {
  it('has fewer shifts, and touches the groups that lose them', () => {
    const change = { kind: 'fewer-shifts', shiftCodes: ['S2'] } as const;
    expect(groupsOf(withChangedStaff(unit, change))).toEqual(['S1 G1', 'S3 G2']);
    expect(groupsTouched(unit, change)).toEqual(['G1']);
  });

  it('lends shifts to another group, and touches both', () => {
    const change = { kind: 'lend', shiftCodes: ['S1'], toWorkGroupCode: 'G2' } as const;
    expect(groupsOf(withChangedStaff(unit, change))).toEqual(['S1 G2', 'S2 G1', 'S3 G2']);
    expect(groupsTouched(unit, change)).toEqual(['G1', 'G2']);
  });

  it('is about shifts of that week and no other', () => {
    const change = { kind: 'fewer-shifts', shiftCodes: ['S1', 'S9'] } as const;
    expect(shiftsOutside(unit, isoWeek('2026-W10'), change)).toEqual(['S9']);
    expect(shiftsOutside(unit, isoWeek('2026-W11'), change)).toEqual(['S1', 'S9']);
  });
});
