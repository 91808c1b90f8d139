import { z } from 'zod';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A point in time that somebody sends in, always with its offset: a time without one would not say which of the two
 * 02:30 of the autumn night it means.
 */
export const instant = z
  .string()
  .refine((value) => WITH_OFFSET.test(value), {
    error: 'Tiden saknar tidszon; skriv till exempel 2026-03-02T07:15:00+01:00.',
    params: { code: 'tid.saknar-zon' },
    abort: true,
  })
  .refine(isRealInstant, { error: 'Tiden finns inte.', params: { code: 'tid.finns-inte' } })
  .meta({ format: 'date-time', example: '2026-03-02T07:15:00+01:00' });

/** Rolls over nothing: 30 February and 25:00 are refused, and so are years nobody means. */
function isRealInstant(value: string): boolean {
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) return false;
  const [year, month, day] = value.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A point in time in an answer. */
export const answeredInstant = z.string().meta({ format: 'date-time', example: '2026-03-02T07:15:00+01:00' });
