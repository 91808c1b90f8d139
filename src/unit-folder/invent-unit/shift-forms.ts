import { DEFAULT_UNIT_SETTINGS, minuteOfDay, minutes, rastWindows } from '@hemtjanst/domain';
import { forEachSlot, SLOT_MINUTES, SLOTS_A_DAY, type DayNeed } from './staff-need.js';

/** A kind of working day; minutes after midnight. */
export interface ShiftForm {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly breakMinutes: number;
}

const form = (startsAt: number, endsAt: number, breakMinutes: number): ShiftForm => ({
  startsAt: startsAt * 60,
  endsAt: endsAt * 60,
  breakMinutes,
});

/**
 * Shift times of domain.md sections 5 and 11: whole days that start one after the other (so that not all have rast at
 * lunch), short passes for the two peaks (no rast: at most 5 h), a middle pass over the gap at 16, and evenings.
 */
const WEEKDAY_FORMS: readonly ShiftForm[] = [
  form(6.75, 15.5, 45),
  form(7, 16, 45),
  form(7, 14, 30),
  form(7.5, 16, 45),
  form(8, 17, 45),
  form(9, 18, 45),
  form(7, 12, 0),
  form(8.5, 13.5, 0),
  form(13.5, 21.5, 30),
  form(15.5, 21.5, 30),
  form(16, 21, 0),
  form(16.5, 21.5, 0),
];
const WEEKEND_FORMS: readonly ShiftForm[] = [
  form(7, 15.5, 45),
  form(7, 14, 30),
  form(7.5, 16, 45),
  form(9, 18, 45),
  form(7, 12, 0),
  form(8.5, 13.5, 0),
  form(13.5, 21.5, 30),
  form(15.5, 21.5, 30),
  form(16, 21, 0),
  form(16.5, 21.5, 0),
];

/** What a minute of need that nobody covers weighs against a paid minute. */
const UNCOVERED_WEIGHT = 4;
/** A short pass costs more than its hours: somebody comes to work for it, on few free days. */
const SHIFT_MINUTES = { weekday: 40, weekend: 80 } as const;

/** The forms that lie within another one, longest first: what may be worked of it by somebody with few hours left. */
export function shorterForms(whole: ShiftForm): readonly ShiftForm[] {
  return WEEKDAY_FORMS.filter(
    (each) =>
      each.startsAt >= whole.startsAt && each.endsAt <= whole.endsAt && paidMinutesOf(each) < paidMinutesOf(whole),
  ).sort((a, b) => paidMinutesOf(b) - paidMinutesOf(a));
}

export const isEveningForm = ({ startsAt }: ShiftForm): boolean => startsAt >= 13 * 60;

export const paidMinutesOf = ({ startsAt, endsAt, breakMinutes }: ShiftForm): number =>
  endsAt - startsAt - breakMinutes;

/**
 * The shifts that cover `reserve` times a day's need at least cost: starts from none and, as long as it helps, adds,
 * drops or exchanges one.
 */
export function shiftsFor(need: DayNeed, isWeekend: boolean, reserve: number): readonly ShiftForm[] {
  const forms = isWeekend ? WEEKEND_FORMS : WEEKDAY_FORMS;
  const presence = forms.map(presenceOf);
  const fixedCost = isWeekend ? SHIFT_MINUTES.weekend : SHIFT_MINUTES.weekday;
  const prices = forms.map((each) => paidMinutesOf(each) + fixedCost);
  const uncovered = need.map((employees) => employees * reserve);
  const counts = forms.map(() => 0);

  for (let isBetter = true; isBetter;) {
    const move = bestMove(uncovered, presence, prices, counts);
    isBetter = move !== null;
    if (move === null) break;
    if (move.dropped >= 0) change(uncovered, presence[move.dropped], 1);
    if (move.added >= 0) change(uncovered, presence[move.added], -1);
    if (move.dropped >= 0) counts[move.dropped] = (counts[move.dropped] ?? 0) - 1;
    if (move.added >= 0) counts[move.added] = (counts[move.added] ?? 0) + 1;
  }
  return forms.flatMap((each, index) => Array.from({ length: counts[index] ?? 0 }, () => each));
}

interface Move {
  /** Index of a form; −1: none. */
  readonly dropped: number;
  readonly added: number;
}

function bestMove(
  uncovered: DayNeed,
  presence: readonly DayNeed[],
  prices: readonly number[],
  counts: readonly number[],
): Move | null {
  const none = -1;
  const indexes = [none, ...presence.keys()];
  const before = uncoveredCost(uncovered, undefined, undefined);
  let best: Move | null = null;
  let bestGain = 1e-6;
  for (const dropped of indexes) {
    if (dropped !== none && (counts[dropped] ?? 0) === 0) continue;
    for (const added of indexes) {
      if (added === dropped) continue;
      const gain =
        before -
        uncoveredCost(uncovered, presence[dropped], presence[added]) +
        (prices[dropped] ?? 0) -
        (prices[added] ?? 0);
      if (gain > bestGain) [best, bestGain] = [{ dropped, added }, gain];
    }
  }
  return best;
}

/** The price of what would stay uncovered; twice as much of it at once weighs more than twice. */
function uncoveredCost(uncovered: DayNeed, dropped: DayNeed | undefined, added: DayNeed | undefined): number {
  let cost = 0;
  for (let slot = 0; slot < SLOTS_A_DAY; slot++) {
    const left = (uncovered[slot] ?? 0) + (dropped?.[slot] ?? 0) - (added?.[slot] ?? 0);
    if (left > 0) cost += left * (1 + left) * SLOT_MINUTES * UNCOVERED_WEIGHT;
  }
  return cost;
}

function change(uncovered: DayNeed, presence: DayNeed | undefined, sign: 1 | -1): void {
  for (let slot = 0; slot < SLOTS_A_DAY; slot++)
    uncovered[slot] = (uncovered[slot] ?? 0) + sign * (presence?.[slot] ?? 0);
}

/** How much of an employee is out with visits in each slot: kringtid at both ends away, and the rast where it may lie. */
function presenceOf(each: ShiftForm): DayNeed {
  const presence: DayNeed = new Float64Array(SLOTS_A_DAY);
  const add = (from: number, to: number, amount: number): void =>
    forEachSlot(from, to - from, (slot, share) => (presence[slot] = (presence[slot] ?? 0) + share * amount));
  const { startOfShiftMinutes, endOfShiftMinutes } = DEFAULT_UNIT_SETTINGS;
  add(each.startsAt + startOfShiftMinutes, each.endsAt - endOfShiftMinutes, 1);
  const shift = {
    startsAt: minuteOfDay(each.startsAt),
    endsAt: minuteOfDay(each.endsAt),
    breakMinutes: minutes(each.breakMinutes),
  };
  for (const { earliest, latest, duration } of rastWindows(shift, DEFAULT_UNIT_SETTINGS))
    add(earliest, latest + duration, -duration / (latest + duration - earliest));
  return presence;
}
