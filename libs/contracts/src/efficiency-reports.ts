import { REPORT_FIGURES } from '@hemtjanst/domain';
import { z } from 'zod';
import { code, id, localDate } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

const reportPeriod = z.enum(['day', 'week', 'month']);

const scope = {
  workGroupId: id.optional().describe('Utelämnad: hela enheten'),
  premisesId: id.optional().describe('Grupperna som utgår från lokalen; inte tillsammans med workGroupId'),
};

export const efficiencyReportQuery = z.strictObject({
  period: reportPeriod.default('month'),
  date: localDate.describe('En dag i perioden'),
  ...scope,
  format: listFormat,
});
export type EfficiencyReportQuery = z.infer<typeof efficiencyReportQuery>;

/** The three sums, the planned hours and their ratios. Ratios are null without a denominator. */
const efficiencySums = z.strictObject({
  orderedHours: z.number(),
  plannedHours: z.number(),
  performedHours: z.number(),
  staffHours: z.number(),
  performedPerStaff: z.number().nullable().describe('Utförda timmar delat med personaltimmar: effektivitetsmåttet'),
  orderedPerStaff: z.number().nullable(),
  performedPerOrdered: z.number().nullable(),
  plannedPerStaff: z.number().nullable(),
  isTargetReached: z.boolean().nullable(),
});

/** Where the staff hours go; the parts add up to the staff hours exactly. The unpaid rast is no part of them. */
const staffTimeSplit = z.strictObject({
  visitHours: z.number().describe('Hos brukare, båda vid dubbelbemanning'),
  larmHours: z.number().describe('Larmutryckningar'),
  travelHours: z.number(),
  handlingHours: z.number().describe('Lås, trappor, nyckel'),
  kringtidHours: z.number(),
  meetingHours: z.number().describe('APT, utbildning och andra möten som är inlagda'),
  waitHours: z.number(),
  aheadHours: z.number().describe('Pass som inte har varit än; i planen alltid 0'),
  unexplainedHours: z.number().describe('Resten: det som varken plan, registrering eller inlagt möte förklarar'),
  breakHours: z.number().describe('Obetald rast, ingår inte i personaltimmar'),
});

const part = efficiencySums.extend({ split: staffTimeSplit, outcomeSplit: staffTimeSplit });

/**
 * The three sums and their ratios, never without where the staff hours went beside them, as planned and as it turned out, and
 * how many records stand behind each; the records themselves come from `efficiency-report/records`.
 */
export const efficiencyReportAnswer = efficiencySums.extend({
  period: reportPeriod,
  from: localDate,
  to: localDate,
  workGroupId: id.nullable(),
  premisesId: id.nullable(),
  target: z.number(),
  attainableEfficiency: z
    .number()
    .nullable()
    .describe('Högsta effektivitet som går att planera med dessa beställningar och pass; null: ingen plan med tak'),
  attainableText: z.string().describe('Vad taket räknats på, eller varför det saknas'),
  split: staffTimeSplit.describe('Som det är planerat'),
  outcomeSplit: staffTimeSplit.describe('Som det blev: registrerade besök, och vägar mellan dem'),
  previous: efficiencySums.nullable().describe('Perioden innan; null: inget är känt om den'),
  workGroups: z.array(part.extend({ workGroupId: id })),
  premises: z.array(part.extend({ premisesId: id })),
  definition: z.string().describe('Hur talen är räknade'),
  records: z.strictObject({
    ramtidOrders: z.int(),
    weeklyPlans: z.int(),
    plannedVisits: z.int(),
    registeredTimes: z.int(),
    shifts: z.int(),
  }),
});
export type EfficiencyReportAnswer = z.infer<typeof efficiencyReportAnswer>;
export type EfficiencyPartAnswer = z.infer<typeof part>;

export const efficiencyTrendQuery = z.strictObject({
  period: reportPeriod.default('month'),
  date: localDate.describe('En dag i den sista perioden'),
  count: z.coerce.number().int().min(2).max(24).default(12).describe('Antal perioder'),
  ...scope,
  format: listFormat,
});
export type EfficiencyTrendQuery = z.infer<typeof efficiencyTrendQuery>;

/** The sums of the last periods, the oldest first. A closed month stands as it was closed. */
export const efficiencyTrendAnswer = z.strictObject({
  period: reportPeriod,
  target: z.number(),
  items: z.array(efficiencySums.extend({ from: localDate, to: localDate, isClosed: z.boolean() })),
});
export type EfficiencyTrendAnswer = z.infer<typeof efficiencyTrendAnswer>;

export const reportFigure = z.enum(REPORT_FIGURES);

export const reportRecordsQuery = pageQuery.extend({
  period: reportPeriod.default('month'),
  date: localDate.describe('En dag i perioden'),
  ...scope,
  figure: reportFigure.describe('Talet som ska öppnas'),
  side: z.enum(['plan', 'outcome']).default('outcome').describe('För delarna av personaltiden: planerat eller utfall'),
  format: listFormat,
});
export type ReportRecordsQuery = z.infer<typeof reportRecordsQuery>;

/** One record behind a figure, and the minutes it adds; ids lead on to the records it came from. */
const reportRecord = z.strictObject({
  recordKind: z.enum(['ramtid-order', 'planned-visit', 'registered-time', 'shift']),
  recordId: id,
  code: code.nullable(),
  onDate: localDate.nullable().describe('null: en beställning, som gäller flera dagar'),
  startsAt: answeredInstant.nullable(),
  endsAt: answeredInstant.nullable(),
  minutes: z.number(),
  workGroupId: id,
  brukareId: id.nullable(),
  brukareCode: code.nullable(),
  employeeId: id.nullable(),
  employeeCode: code.nullable(),
  ramtidOrderId: id.nullable(),
  plannedVisitId: id.nullable(),
  weeklyPlanId: id.nullable(),
});
export const reportRecordPage = pageOf(reportRecord).extend({ totalMinutes: z.number() });
export type ReportRecordAnswer = z.infer<typeof reportRecord>;
export type ReportRecordPage = z.infer<typeof reportRecordPage>;

/** What staff time that is planned for something else than visits is used for. */
export const newStaffMeeting = z.strictObject({
  kind: z.enum(['apt', 'mote', 'utbildning', 'handledning']),
  workGroupId: id.nullable().default(null).describe('null: alla grupper'),
  date: localDate,
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som 13:45.'),
  endsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv klockslaget som 16:00.'),
});
export type NewStaffMeeting = z.infer<typeof newStaffMeeting>;

export const staffMeetingAnswer = newStaffMeeting.extend({ id, workGroupId: id.nullable() });
export type StaffMeetingAnswer = z.infer<typeof staffMeetingAnswer>;
export const staffMeetingQuery = z.strictObject({ from: localDate, to: localDate, format: listFormat });
export type StaffMeetingQuery = z.infer<typeof staffMeetingQuery>;
export const staffMeetingListAnswer = z.strictObject({ items: z.array(staffMeetingAnswer) });

const continuityLine = z.strictObject({
  brukareCount: z.int(),
  mean: z.number(),
  median: z.number(),
  shareAbove10: z.number(),
  shareAbove20: z.number(),
});

export const aptReportQuery = z.strictObject({
  month: z
    .string()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'Skriv månaden som 2026-03.')
    .meta({ example: '2026-03' }),
  format: listFormat,
});
export type AptReportQuery = z.infer<typeof aptReportQuery>;

const aptMonth = efficiencySums.extend({
  month: z.string(),
  continuity: continuityLine.nullable().describe('Officiellt mått, 14 dagar till continuityTo; null: ingen räknas'),
});

/** The month for the staff meeting (APT): sums, continuity and last month's line. Holds nothing about any single person. */
export const aptReportAnswer = z.strictObject({
  unitName: z.string(),
  month: z.string(),
  isClosed: z.boolean(),
  closesAt: z.iso.datetime({ offset: true }),
  target: z.number(),
  continuityGoal: z.int(),
  continuityTo: localDate.describe('Sista dagen i de 14 som kontinuiteten räknas på: i en öppen månad gårdagen.'),
  attainableEfficiency: z.number().nullable(),
  unit: aptMonth,
  previous: aptMonth.nullable(),
  split: staffTimeSplit,
  outcomeSplit: staffTimeSplit,
  workGroups: z.array(aptMonth.extend({ workGroupId: id, name: z.string() })),
  definition: z.string(),
});
export type AptReportAnswer = z.infer<typeof aptReportAnswer>;
