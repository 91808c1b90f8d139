import { z } from 'zod';
import { code, id, insats, localDate, text, version } from './fields.js';
import { answeredInstant } from './instant.js';
import { startWindow } from './units.js';

const weekday = z.int().min(1).max(7).describe('1 = måndag … 7 = söndag');

export const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekdays'), days: z.array(weekday).min(1).max(7) }),
  z.strictObject({
    kind: z.literal('floating'),
    times: z.int().min(1).max(14),
    everyWeeks: z.int().min(1).max(8),
  }),
]);

/** One recurring visit of the genomförandeplan. */
export const visitTemplate = z.strictObject({
  code,
  insatser: z.array(insats).min(1).max(17),
  recurrence,
  window: startWindow,
  serviceMinutes: z.int().min(1).max(720),
  helper: z
    .strictObject({
      serviceMinutes: z.int().min(1).max(720),
      earliestOffset: z.int().min(-240).max(240),
      latestOffset: z.int().min(-240).max(240),
    })
    .refine((helper) => helper.earliestOffset <= helper.latestOffset, {
      error: 'Tidigaste förskjutning måste ligga före senaste.',
      params: { code: 'tid.bakvand' },
    })
    .nullable()
    .default(null)
    .describe('Andra medarbetaren: egna minuter och förskjutning i minuter'),
  competences: z.array(text(60)).max(20).default([]),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  isTimeCritical: z.boolean().default(false),
  gap: z
    .strictObject({
      afterCode: code.describe('Besöksmallen som kommer före'),
      minMinutes: z.int().min(0).max(1440),
      maxMinutes: z.int().min(0).max(1440).nullable(),
    })
    .refine((gap) => gap.maxMinutes === null || gap.minMinutes <= gap.maxMinutes, {
      error: 'Minsta avstånd är större än det största.',
      params: { code: 'tid.bakvand' },
    })
    .nullable()
    .default(null),
  minDaysBetween: z.int().min(0).max(28).default(1),
});
export type VisitTemplateContract = z.infer<typeof visitTemplate>;

/** Practical things only (formats: no care notes in the planning tool). */
const practical = (max: number) => text(max).describe('Bara praktiska uppgifter, inga vårdanteckningar');

const fastOmsorgskontakt = z
  .strictObject({
    status: z
      .enum(['utsedd', 'avbojd', 'uppenbart-obehovlig', 'erbjuds'])
      .describe('erbjuds: erbjuden men inte vald än'),
    employeeId: id.nullable().describe('Undersköterska; bara när status är utsedd'),
  })
  .refine(({ status, employeeId }) => (status === 'utsedd') === (employeeId !== null), {
    error: 'En utsedd fast omsorgskontakt har en medarbetare, de andra har ingen.',
    params: { code: 'fast-omsorgskontakt.oense' },
    path: ['employeeId'],
  });

const goal = z.strictObject({
  text: text(300),
  orderGoal: z.string().nullable().describe('Målet i beställningen som det kommer från; null: planens eget'),
});

const followUp = z.strictObject({
  id,
  version: z.int().min(1).describe('Vilken version som följdes upp'),
  followedUpOn: localDate,
  outcome: z.enum(['oforandrad', 'planen-andras', 'omvardnadsrapport']),
  note: z.string().nullable(),
  nextFollowUpOn: localDate,
  recordedBy: id,
  recordedAt: answeredInstant,
});

/** The plan of one order, in one version; a change makes the next version. */
export const genomforandeplanAnswer = z.strictObject({
  ramtidOrderId: id,
  brukareId: id,
  version: version.describe('Genomförandeplanens version, skickas i If-Match; 0 när ingen finns').min(0),
  status: z.enum(['saknas', 'foreslagen', 'bekraftad']),
  source: z.enum(['avtalad', 'foreslagen']).nullable().describe('foreslagen: besöken kom från ett förslag'),
  agreedOn: localDate.nullable(),
  madeBy: id.nullable().describe('null: kom med en fil'),
  madeAt: answeredInstant.nullable(),
  confirmedBy: id.nullable(),
  confirmedAt: answeredInstant.nullable(),
  templates: z.array(visitTemplate),
  wishes: z.string().nullable(),
  kontaktmanId: id.nullable(),
  fastOmsorgskontakt: z.strictObject({ ...fastOmsorgskontakt.shape }).nullable(),
  goals: z.array(goal),
  orderGoal: z.string().nullable().describe('Beställningens mål nu'),
  isOrderGoalMissing: z.boolean().describe('Beställningens mål har ändrats eller saknas bland planens mål'),
  agreeBy: localDate.describe('Sista dagen att bekräfta en plan'),
  followUpOn: localDate.nullable().describe('Nästa uppföljning'),
  followUps: z.array(followUp),
});
export type GenomforandeplanAnswer = z.infer<typeof genomforandeplanAnswer>;

/** The whole plan: replaces the version before it. */
export const newGenomforandeplan = z.strictObject({
  agreedOn: localDate,
  templates: z.array(visitTemplate).min(1).max(50),
  status: z.enum(['foreslagen', 'bekraftad']).default('bekraftad'),
  wishes: practical(500).nullable().default(null),
  kontaktmanId: id.nullable().optional().describe('Utelämnad: brukarens nuvarande'),
  fastOmsorgskontakt: fastOmsorgskontakt.optional().describe('Utelämnad: brukarens nuvarande'),
  goals: z
    .array(z.strictObject({ text: text(300), isFromOrder: z.boolean().default(false) }))
    .max(10)
    .optional()
    .describe('Utelämnade: beställningens mål'),
  followUpOn: localDate.optional().describe('Utelämnad: sex månader efter överenskommelsen'),
});
export type NewGenomforandeplan = z.infer<typeof newGenomforandeplan>;

export const genomforandeplanVersionListAnswer = z.strictObject({
  items: z.array(
    genomforandeplanAnswer
      .pick({
        version: true,
        source: true,
        agreedOn: true,
        madeBy: true,
        madeAt: true,
        confirmedBy: true,
        confirmedAt: true,
      })
      .extend({ status: z.enum(['foreslagen', 'bekraftad']), replacedAt: answeredInstant.nullable() }),
  ),
});
export type GenomforandeplanVersionListAnswer = z.infer<typeof genomforandeplanVersionListAnswer>;

export const planVersionPath = z.string().regex(/^[1-9]\d{0,8}$/, 'Ska vara ett versionsnummer.');

/** All a brukare's plans, one per order that is not over. */
export const brukareGenomforandeplanAnswer = z.strictObject({
  brukareId: id,
  plans: z.array(genomforandeplanAnswer.extend({ orderCode: code })),
});
export type BrukareGenomforandeplanAnswer = z.infer<typeof brukareGenomforandeplanAnswer>;

export const newFollowUp = z.strictObject({
  followedUpOn: localDate,
  outcome: followUp.shape.outcome,
  note: practical(200).nullable().default(null),
  nextFollowUpOn: localDate.optional().describe('Utelämnad: sex månader senare'),
});
export type NewFollowUp = z.infer<typeof newFollowUp>;

/** What the product proposes for an order without a genomförandeplan, and why. */
export const visitPatternProposalAnswer = z.strictObject({
  ramtidOrderId: id,
  templates: z.array(visitTemplate),
  orderedMinutesPerMonth: z.number().min(0),
  plannedMinutesPerMonth: z.number().min(0),
  explanation: z.array(z.string()),
});
export type VisitPatternProposalAnswer = z.infer<typeof visitPatternProposalAnswer>;

export const proposalConfirmation = z.strictObject({ agreedOn: localDate });
export type ProposalConfirmation = z.infer<typeof proposalConfirmation>;
