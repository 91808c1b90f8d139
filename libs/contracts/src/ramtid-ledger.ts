import { z } from 'zod';
import { code, id, isoWeek, localDate } from './fields.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

const month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'Skriv månaden som 2026-03.')
  .meta({ example: '2026-03' })
  .describe('Kalendermånad');

const asOf = localDate.optional().describe('Dag som prognosen räknas från; utelämnad: i dag');
const warning = z.enum(['over', 'near', 'under']);
const orderKind = z.enum(['hemtjanst', 'ledsagning', 'avlosning', 'tryggt_mottagande', 'larm']);

const eitherPeriod = {
  month: month.optional(),
  week: isoWeek.optional().describe('I stället för month'),
};
const hasOnePeriod = (query: { readonly month?: string; readonly week?: string }): boolean =>
  (query.month === undefined) !== (query.week === undefined);
const ONE_PERIOD = {
  error: 'Ange antingen month eller week.',
  params: { code: 'period.en' },
  path: ['month'],
};

const ledgerPageQuery = pageQuery.extend({
  // The period of every order is counted for each page: a reader of the whole list asks once.
  size: z.coerce.number().int().min(1).max(1000).default(50).describe('Rader per sida, högst 1000'),
  ...eitherPeriod,
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  warning: warning.optional().describe('Bara rader med den varningen'),
  asOf,
  format: listFormat,
});
export const ramtidLedgerQuery = ledgerPageQuery.refine(hasOnePeriod, ONE_PERIOD);
export type RamtidLedgerQuery = z.infer<typeof ramtidLedgerQuery>;

export const brukareLedgerQuery = z
  .strictObject({ ...eitherPeriod, asOf, format: listFormat })
  .refine(hasOnePeriod, ONE_PERIOD);
export type BrukareLedgerQuery = z.infer<typeof brukareLedgerQuery>;

/** An order's month. All times in minutes. */
export const ramtidLedgerLine = z.strictObject({
  ramtidOrderId: id.nullable().describe('null: tid utan giltig beställning'),
  orderCode: code.nullable(),
  brukareId: id,
  brukareCode: code,
  workGroupId: id,
  kind: orderKind.nullable(),
  orderedMinutes: z.number(),
  carriedOverMinutes: z.number().describe('Från perioden före, negativt där den drog över; 0 om inget förs över'),
  givenBackMinutes: z.number().describe('Beställd tid för dagar då brukaren är borta hela dagen'),
  registeredMinutes: z.number().describe('Som den registrerades vid dörren'),
  adjustmentMinutes: z.number().describe('Vad justeringar lade till, negativt där de drog ifrån'),
  performedMinutes: z.number().describe('Registrerad och justering'),
  publishedMinutes: z.number().describe('Återstår i publicerade planer'),
  patternMinutes: z.number().describe('Återstår enligt avtalat mönster, i veckor utan publicerad plan'),
  forecastMinutes: z.number().describe('Utförd och återstående'),
  balanceMinutes: z.number().describe('Beställd och överförd minus prognos, negativt över ramen'),
  forecastShare: z.number().nullable(),
  warning: warning.nullable(),
  visits: z.int(),
  adjustedVisits: z.int(),
  openVisits: z.int().describe('Besök utan registrerat slut: räknas som 0 minuter tills de rättas'),
  declinedVisits: z.int(),
  bomVisits: z.int(),
});
export type RamtidLedgerLineAnswer = z.infer<typeof ramtidLedgerLine>;

const ledgerTotal = z.strictObject({
  kind: orderKind.nullable(),
  orders: z.int(),
  orderedMinutes: z.number(),
  givenBackMinutes: z.number(),
  registeredMinutes: z.number(),
  adjustmentMinutes: z.number(),
  performedMinutes: z.number(),
  plannedMinutes: z.number(),
  forecastMinutes: z.number(),
  balanceMinutes: z.number(),
});

/** Lines of a month, warnings first, and the totals of the whole selection, each kind of order by itself. */
export const ramtidLedgerAnswer = pageOf(ramtidLedgerLine).extend({
  period: z.string().describe('2026-03 eller 2026-W10'),
  asOf: localDate,
  totals: z.array(ledgerTotal),
  definition: z.string().describe('Hur talen är räknade'),
});
export type RamtidLedgerAnswer = z.infer<typeof ramtidLedgerAnswer>;

const suggestion = z.strictObject({
  change: z.enum(['move', 'lengthen', 'add', 'drop']),
  templateCode: z.string(),
  visits: z.int(),
  effectMinutes: z.number(),
  forecastMinutes: z.number(),
  landsInside: z.boolean().describe('Hamnar månaden inom ramen med bara den här ändringen?'),
  text: z.string(),
});

/** One brukare's month, order by order, with the records behind the figures and what could be changed, best first. */
export const brukareLedgerAnswer = z.strictObject({
  period: z.string().describe('2026-03 eller 2026-W10'),
  asOf: localDate,
  brukareId: id,
  orders: z.array(
    ramtidLedgerLine.extend({
      isProposed: z.boolean().describe('Mönstret är ett förslag: ingen genomförandeplan är avtalad'),
      registeredTimeIds: z.array(id),
      plannedVisitIds: z.array(id),
      suggestions: z.array(suggestion),
    }),
  ),
  totals: z.array(ledgerTotal),
  definition: z.string(),
});
export type BrukareLedgerAnswer = z.infer<typeof brukareLedgerAnswer>;
