import { INSATS_CODES } from '@hemtjanst/domain';
import { z } from 'zod';

/** Control characters, lone surrogates and text-direction overrides never belong in a name or an address. */
// eslint-disable-next-line no-control-regex -- refusing control characters is the point
const FORBIDDEN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** One line or more of text a person wrote: NFC, trimmed, never empty, at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'Texten får inte vara tom.')
    .max(max, `Högst ${max} tecken.`)
    .refine((value) => !FORBIDDEN_TEXT.test(value), {
      error: 'Texten innehåller tecken som inte kan sparas.',
      params: { code: 'text.otillatet-tecken' },
    });

/** The product's own id of a record. */
export const id = z.uuid('Ska vara ett id på formen 8-4-4-4-12.').describe('Id (UUID)');

/** The unit's own number of a record (kundnummer, anställningsnummer, beställningsnummer …). */
export const code = text(40).describe('Enhetens eget nummer');

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day of the calendar between 1900 and 2199, `2026-03-02`. */
export const localDate = z
  .string()
  .refine(isCalendarDate, {
    error: 'Datumet finns inte; skriv till exempel 2026-03-02.',
    params: { code: 'datum.finns-inte' },
  })
  .meta({ format: 'date', example: '2026-03-02' });

function isCalendarDate(value: string): boolean {
  const match = DATE.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const A_DAY_MILLISECONDS = 86_400_000;

/** The first and the last day asked for, both counted at most so many days; `safeExtend` adds other fields. */
export const daysUpTo = (days: number) =>
  z
    .strictObject({ from: localDate, to: localDate })
    .refine(({ from, to }) => from <= to, {
      error: 'Första dagen måste ligga före sista dagen.',
      params: { code: 'tid.bakvand' },
      path: ['to'],
    })
    .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / A_DAY_MILLISECONDS < days, {
      error: `Högst ${days} dagar åt gången.`,
      params: { code: 'intervall.for-langt' },
      path: ['to'],
    });

/** An ISO week, `2026-W10`; week 53 only in the years that have it. */
export const isoWeek = z
  .string()
  .refine(isIsoWeek, { error: 'Veckan finns inte; skriv till exempel 2026-W10.', params: { code: 'vecka.finns-inte' } })
  .meta({ example: '2026-W10' });

function isIsoWeek(value: string): boolean {
  const match = /^(\d{4})-W(\d{2})$/.exec(value);
  if (match === null) return false;
  const [year, week] = [Number(match[1]), Number(match[2])];
  if (year < 1900 || year > 2199 || week < 1) return false;
  // A year has 53 weeks when 1 January or 31 December is a Thursday (ISO 8601).
  const isLong = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)].some((day) => new Date(day).getUTCDay() === 4);
  return week <= (isLong ? 53 : 52);
}

/** Local time of day, `07:05`; `24:00` is midnight at the end of the day. */
export const timeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Skriv klockslaget som 07:05.')
  .meta({ example: '07:05' });

export const gender = z.enum(['K', 'M']);
export const travelMode = z.enum(['gang', 'cykel', 'elcykel', 'bil']);
export const insats = z.enum(INSATS_CODES);

/** WGS 84 decimal degrees, inside the rough box around Sweden. */
export const coordinate = z.strictObject({
  lat: z.number().min(55, 'Ligger utanför Sverige.').max(69.2, 'Ligger utanför Sverige.'),
  lon: z.number().min(10.5, 'Ligger utanför Sverige.').max(24.3, 'Ligger utanför Sverige.'),
});

/** Counts up at every change; sent back in `If-Match` to change the record. */
export const version = z.int().min(1).describe('Versionen av posten, skickas i If-Match vid ändring');
