import { z } from 'zod';
import { code, id, localDate } from './fields.js';
import { listFormat } from './list-format.js';

export const continuityQuery = z.strictObject({
  to: localDate.optional().describe('Sista dagen av 14; utelämnad: i går, eller söndagen i planens vecka'),
  planId: id.optional().describe('Räkna framåt med den planen, publicerad eller inte'),
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  asOf: localDate.optional().describe('Från den dagen räknas planerade besök; utelämnad: i dag'),
  format: listFormat,
});
export type ContinuityQuery = z.infer<typeof continuityQuery>;

const figures = z.strictObject({
  brukareCount: z.int(),
  mean: z.number(),
  median: z.number(),
  max: z.int(),
  shareAbove10: z.number(),
  shareAbove20: z.number(),
});
const measure = z.strictObject({
  figures,
  histogram: z
    .array(z.strictObject({ employees: z.int(), brukare: z.int() }))
    .describe('Hur många brukare som möter så många medarbetare, i stigande ordning'),
  byGender: z.strictObject({ K: figures, M: figures }).nullable().describe('null: någon grupp är mindre än fem'),
});
const report = z.strictObject({
  official: measure.describe('Jämförbart mått (Kolada)'),
  wider: measure.describe('Alla brukare med minst ett besök; jämför aldrig med det officiella måttet'),
  excluded: z.strictObject({ 'under-65': z.int(), away: z.int(), 'fewer-visits': z.int() }),
  kontaktmanShare: z.number().nullable(),
});

/** Continuity over 14 days: of the selection, of each work group in it, and the brukare above the unit's goal. */
export const continuityAnswer = report.extend({
  from: localDate,
  to: localDate,
  plannedFrom: localDate.nullable().describe('Från den dagen är besöken planerade, inte utförda; null: alla utförda'),
  goal: z.int(),
  groups: z.array(report.extend({ workGroupId: id })),
  aboveGoal: z.array(z.strictObject({ brukareId: id, brukareCode: code, workGroupId: id, employees: z.int() })),
  definition: z.string(),
});
export type ContinuityAnswer = z.infer<typeof continuityAnswer>;
export type ContinuityReportAnswer = z.infer<typeof report>;

const orderKind = z.enum(['hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm']);

export const deviationQuery = z.strictObject({
  month: z
    .string()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'Skriv månaden som 2026-03.')
    .meta({ example: '2026-03' }),
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  asOf: localDate.optional().describe('Dag som listan räknas för; utelämnad: i dag'),
  format: listFormat,
});
export type DeviationQuery = z.infer<typeof deviationQuery>;

const deviation = z.strictObject({
  brukareId: id,
  brukareCode: code,
  kind: orderKind.nullable().describe('null: tid utan giltig beställning'),
  ramtidOrderIds: z.array(id),
  orderedMinutes: z.number(),
  performedMinutes: z.number(),
  differenceMinutes: z.number().describe('Utfört minus beställt'),
  performedShare: z.number().nullable(),
  reasons: z.array(z.string()),
});
export type DeviationAnswer = z.infer<typeof deviation>;

const sums = z.strictObject({ brukare: z.int(), orderedMinutes: z.number(), performedMinutes: z.number() });

/** Avvikelsekundlistan: beställt och utfört per brukare och månad, störst skillnad först. */
export const deviationListAnswer = z.strictObject({
  month: z.string(),
  asOf: localDate,
  closesAt: z.iso.datetime({ offset: true }).describe('När månadens registreringar hämtas för ersättning'),
  items: z.array(deviation),
  byGender: z.strictObject({ K: sums, M: sums }).nullable().describe('null: någon grupp är mindre än fem'),
});
export type DeviationListAnswer = z.infer<typeof deviationListAnswer>;

export const watchListQuery = z.strictObject({
  asOf: localDate.optional().describe('Utelämnad: i dag'),
  days: z.coerce
    .number()
    .int()
    .min(0)
    .max(365)
    .optional()
    .describe('Hur långt fram listorna ser; utelämnad: enhetens inställning'),
  format: listFormat,
});
export type WatchListQuery = z.infer<typeof watchListQuery>;

const orderOfBrukare = z.strictObject({ ramtidOrderId: id, orderCode: code, brukareId: id, brukareCode: code });
const planDue = orderOfBrukare.extend({
  task: z.enum(['agree', 'follow-up']).describe('agree: inom 15 dagar från beställningen; follow-up: inom sex månader'),
  dueOn: localDate,
  daysLeft: z.int().describe('Negativt: så många dagar för sent'),
});

/** What needs doing soon, the most urgent first. */
export const watchListAnswer = z.strictObject({
  asOf: localDate,
  days: z.int(),
  latePlans: z.array(planDue),
  plansDueSoon: z.array(planDue),
  ordersEnding: z.array(orderOfBrukare.extend({ to: localDate, daysLeft: z.int() })),
  withoutFastOmsorgskontakt: z.array(z.strictObject({ brukareId: id, brukareCode: code })),
  manyHoursAbove: z.number().describe('Gränsen i timmar i månaden, enhetens inställning'),
  manyHours: z
    .array(z.strictObject({ brukareId: id, brukareCode: code, hoursPerMonth: z.number() }))
    .describe('Fler timmar än gränsen: beslut som kräver särskild delegation'),
});
export type WatchListAnswer = z.infer<typeof watchListAnswer>;

const calendarMonth = deviationQuery.shape.month;

export const newMonthClosing = z.strictObject({ month: calendarMonth });
export type NewMonthClosing = z.infer<typeof newMonthClosing>;

export const monthPath = calendarMonth;

const closedTotal = z.strictObject({
  kind: orderKind.nullable(),
  orders: z.int(),
  orderedMinutes: z.number(),
  givenBackMinutes: z.number(),
  registeredMinutes: z.number(),
  performedMinutes: z.number(),
});

/** A closed month as it stood then, and what has changed in the registrations since. */
export const monthClosingAnswer = z.strictObject({
  id,
  month: z.string(),
  closesAt: z.iso.datetime({ offset: true }),
  closedAt: z.iso.datetime({ offset: true }),
  isAutomatic: z.boolean().describe('Stängd av tjänsten när tiden var inne, inte av en person'),
  totals: z.array(closedTotal),
  byGender: z
    .strictObject({ K: sums, M: sums })
    .nullable()
    .describe('Larm inte med; null: någon grupp är mindre än fem'),
  changedSince: z.array(
    z.strictObject({
      brukareId: id,
      ramtidOrderId: id.nullable(),
      closedMinutes: z.number().describe('Utförd tid när månaden stängdes'),
      nowMinutes: z.number().describe('Utförd tid som den är nu'),
    }),
  ),
});
export type MonthClosingAnswer = z.infer<typeof monthClosingAnswer>;

/** Closed months, the newest first, and the next one to close. */
export const monthClosingListAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      month: z.string(),
      closesAt: z.iso.datetime({ offset: true }),
      closedAt: z.iso.datetime({ offset: true }),
      isAutomatic: z.boolean(),
    }),
  ),
  next: z.strictObject({ month: z.string(), closesAt: z.iso.datetime({ offset: true }) }),
});
export type MonthClosingListAnswer = z.infer<typeof monthClosingListAnswer>;

export const monthClosingQuery = z.strictObject({ format: listFormat });
export type MonthClosingQuery = z.infer<typeof monthClosingQuery>;

export const reimbursementQuery = z.strictObject({
  month: calendarMonth,
  asOf: localDate.optional().describe('Utelämnad: i dag'),
  kronorPerHour: z.coerce
    .number()
    .min(0)
    .max(10_000)
    .optional()
    .describe('Ersättning per utförd timme 07–22; utelämnad: enhetens inställning'),
  format: listFormat,
});
export type ReimbursementQuery = z.infer<typeof reimbursementQuery>;

/** What the month's performed time is worth, larm and time without an order left out. */
export const reimbursementAnswer = z.strictObject({
  month: z.string(),
  asOf: localDate,
  closesAt: z.iso.datetime({ offset: true }),
  kronorPerHour: z.number(),
  performedKronor: z.number(),
  forecastKronor: z.number(),
  aboveOrderedKronor: z.number().describe('Tid över ramen: betalas inte utan godkännande'),
});
export type ReimbursementAnswer = z.infer<typeof reimbursementAnswer>;
