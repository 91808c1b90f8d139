declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** A length of time in whole minutes. */
export type Minutes = Branded<number, 'minutes'>;
/** A length of time in whole seconds. */
export type Seconds = Branded<number, 'seconds'>;
/** A distance along streets in whole metres. */
export type Meters = Branded<number, 'meters'>;
/** Local wall-clock time as minutes after midnight, 0–1440 (1440 = midnight at the end of the day). */
export type MinuteOfDay = Branded<number, 'minuteOfDay'>;
/** A day in the unit's own calendar, `2026-03-02`. */
export type LocalDate = Branded<string, 'localDate'>;
/** An ISO 8601 week, `2026-W10`. */
export type IsoWeek = Branded<string, 'isoWeek'>;
/** A point in time with its offset, `2026-03-02T07:15:00+01:00`. */
export type Instant = Branded<string, 'instant'>;
/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** @throws RangeError unless `value` is a whole number ≥ 0. */
export const minutes = (value: number): Minutes => whole(value, 'minutes') as Minutes;
/** @throws RangeError unless `value` is a whole number ≥ 0. */
export const seconds = (value: number): Seconds => whole(value, 'seconds') as Seconds;
/** @throws RangeError unless `value` is a whole number ≥ 0. */
export const meters = (value: number): Meters => whole(value, 'meters') as Meters;
/** @throws RangeError unless `value` is a whole number 0–1440. */
export const minuteOfDay = (value: number): MinuteOfDay => {
  if (value > 1440) throw new RangeError(`minuteOfDay ${value}: 0–1440 expected`);
  return whole(value, 'minuteOfDay') as MinuteOfDay;
};

function whole(value: number, name: string): number {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} ${value}: a whole number ≥ 0 expected`);
  return value;
}
