import { paidMinutesOf, shiftsFor, shorterForms } from './shift-forms.js';
import { SLOT_MINUTES, SLOTS_A_DAY, type DayNeed } from './staff-need.js';

/** So many employees needed from one hour to another. */
function needBetween(fromHour: number, toHour: number, employees: number): DayNeed {
  const need: DayNeed = new Float64Array(SLOTS_A_DAY);
  need.fill(employees, (fromHour * 60) / SLOT_MINUTES, (toHour * 60) / SLOT_MINUTES);
  return need;
}

describe('the shifts of a day', () => {
  it('are none where nobody is needed', () => {
    expect(shiftsFor(needBetween(7, 21, 0), false, 1)).toEqual([]);
  });

  it('are short evening passes where only the evening needs somebody', () => {
    const shifts = shiftsFor(needBetween(17, 20.5, 2), false, 1);
    expect(shifts).toHaveLength(2);
    expect(shifts.every(({ startsAt, endsAt }) => startsAt <= 17 * 60 && endsAt >= 21 * 60)).toBe(true);
  });

  it('are more where more staff than the need is asked for', () => {
    const need = needBetween(8, 12, 4);
    expect(shiftsFor(need, false, 1.5).length).toBeGreaterThan(shiftsFor(need, false, 1).length);
  });

  it('have a rast wherever they are longer than five hours', () => {
    const all = [...shiftsFor(needBetween(7, 21, 5), false, 1), ...shiftsFor(needBetween(7, 21, 5), true, 1)];
    for (const shift of all) {
      if (shift.endsAt - shift.startsAt > 300) expect(shift.breakMinutes).toBeGreaterThanOrEqual(30);
      else expect(shift.breakMinutes).toBe(0);
    }
  });

  it('can be worked in part: inside the whole, the longest part first', () => {
    const whole = { startsAt: 810, endsAt: 1290, breakMinutes: 30 };
    const parts = shorterForms(whole);
    expect(parts.map(paidMinutesOf)).toEqual([330, 300, 300]);
    expect(parts.every(({ startsAt, endsAt }) => startsAt >= 810 && endsAt <= 1290)).toBe(true);
  });
});
