import { type Shift, type UnitSettings, formatMinuteOfDay, minuteOfDay } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** The minutes of the day that may be planned: between the kringtid at the start and at the end of the shift. */
export function plannableMinutes(shift: Shift, settings: UnitSettings): { readonly from: number; readonly to: number } {
  const from = shift.startsAt + settings.startOfShiftMinutes;
  const to = shift.endsAt - settings.endOfShiftMinutes;
  return to > from ? { from, to } : { from: shift.startsAt, to: shift.endsAt };
}

/** `isFull`: the shift has no room at any time; otherwise it does not reach into the visit's window. */
export const workingTimeRule: HardRule<{
  readonly shift: Shift;
  readonly settings: UnitSettings;
  readonly isFull: boolean;
}> = {
  kind: 'hard',
  id: 'working-time',
  name: { sv: 'Arbetstid', en: 'Working time' },
  why: 'Nobody works outside the rostered shift; kringtid at both ends and the way back lie inside it.',
  explain: ({ shift, settings, isFull }) => {
    const { from, to } = plannableMinutes(shift, settings);
    const hours = `${formatMinuteOfDay(minuteOfDay(from))}–${formatMinuteOfDay(minuteOfDay(to))}`;
    return isFull
      ? { sv: `Passet är fullt (${hours}).`, en: `The shift is full (${hours}).` }
      : { sv: `Arbetar inte då: kan planeras ${hours}.`, en: `Does not work then: can be planned ${hours}.` };
  },
};
