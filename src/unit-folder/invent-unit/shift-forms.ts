import type { DayNeed } from './roster-need.js';

/** A kind of working day; minutes after midnight. */
export interface ShiftForm {
  readonly name: 'early' | 'day' | 'morning' | 'weekend' | 'evening';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly breakMinutes: number;
}

/** Shift times of domain.md section 11; the short morning pass (no rast: 5 h) meets the peak. */
const SHIFT_FORMS = {
  early: { name: 'early', startsAt: 405, endsAt: 945, breakMinutes: 45 },
  day: { name: 'day', startsAt: 420, endsAt: 960, breakMinutes: 45 },
  weekend: { name: 'weekend', startsAt: 420, endsAt: 930, breakMinutes: 45 },
  morning: { name: 'morning', startsAt: 420, endsAt: 720, breakMinutes: 0 },
  evening: { name: 'evening', startsAt: 810, endsAt: 1290, breakMinutes: 30 },
} as const satisfies Record<string, ShiftForm>;

/** Planned visit time per paid time that a good plan reaches beside riding, handling, kringtid and waiting. */
const REACHABLE = 0.7;
/** Working minutes of the forms before noon, from noon to 16, and after 16, without rast. */
const MORNING_OF_DAY = 300;
const AFTERNOON_OF_DAY = 195;
const AFTERNOON_OF_EVENING = 150;
const EVENING_OF_EVENING = 300;

/** More short passes on weekdays, when showers and service come on top of a peak of narrow windows. */
const PEAK_RESERVE = 0.25;

/** The shifts a group needs on a day so that its visits in each part of it are {@link REACHABLE} of the staff there. */
export function formsFor({ morning, afternoon, evening }: DayNeed, isWeekend: boolean): readonly ShiftForm[] {
  const evenings = rounded(evening / REACHABLE / EVENING_OF_EVENING);
  const inMorning = rounded(morning / REACHABLE / MORNING_OF_DAY);
  const afternoonLeft = afternoon / REACHABLE - evenings * AFTERNOON_OF_EVENING;
  const wholeDays = Math.min(
    inMorning,
    Math.max(Math.ceil(inMorning * 0.6), rounded(afternoonLeft / AFTERNOON_OF_DAY)),
  );
  const whole: ShiftForm = isWeekend ? SHIFT_FORMS.weekend : SHIFT_FORMS.day;
  return [
    ...repeat(SHIFT_FORMS.evening, evenings),
    ...(isWeekend || wholeDays < 3 ? [] : [SHIFT_FORMS.early]),
    ...repeat(whole, isWeekend || wholeDays < 3 ? wholeDays : wholeDays - 1),
    ...repeat(SHIFT_FORMS.morning, inMorning - wholeDays + (isWeekend ? 0 : Math.round(inMorning * PEAK_RESERVE))),
  ];
}

/** At least one where there is any need. */
const rounded = (count: number): number => (count <= 0 ? 0 : Math.max(1, Math.round(count)));

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: Math.max(0, times) }, () => value);
