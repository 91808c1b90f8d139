import { z } from 'zod';
import { id, localDate, text, version } from './fields.js';
import { answeredInstant, instant } from './instant.js';
import { plannedVisitAnswer, planMetrics, unassignedDemandAnswer } from './weekly-plans.js';
import { dayRouteAnswer } from './day-routes.js';

/** A demand keeps its id from version to version of the plan, whoever does the visit and when. */
const visitDemandId = text(120).describe('Behovet som besöket fyller');

/** A sentence the service writes, in both languages of the pages. */
export const writtenText = z.strictObject({ sv: z.string(), en: z.string() });
export type WrittenText = z.infer<typeof writtenText>;

export const newDraft = z.strictObject({
  own: z.boolean().default(false).describe('Gör ett eget utkast fast planen redan har ett'),
});
export type NewDraft = z.infer<typeof newDraft>;

const startsAt = instant.nullable().default(null).describe('Null: så tidigt det går, på den billigaste platsen');
const helperShiftId = id.nullable().default(null).describe('Ett besök för två: null behåller den andra där det går');

/** One edit of a draft by hand. */
export const planEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), visitDemandId, shiftId: id, startsAt, helperShiftId }),
  z.strictObject({ kind: z.literal('place'), visitDemandId, shiftId: id, startsAt, helperShiftId }),
  z.strictObject({ kind: z.literal('swap'), visitDemandId, otherVisitDemandId: visitDemandId }),
  z.strictObject({ kind: z.literal('unassign'), visitDemandId }),
  z.strictObject({ kind: z.literal('lock'), visitDemandId }),
  z.strictObject({ kind: z.literal('unlock'), visitDemandId }),
  z
    .strictObject({ kind: z.literal('release'), visitDemandId })
    .describe('Bara det som varje ändring gör först: besök i gruppen hos den som är frånvarande läggs i Ej placerade'),
]);
export type PlanEdit = z.infer<typeof planEdit>;

export const editStepAnswer = z.strictObject({
  position: z.int().min(1),
  kind: z.enum(['move', 'swap', 'place', 'unassign', 'lock', 'unlock', 'replan', 'extra', 'release']),
  visitDemandIds: z.array(z.string()),
  isUndone: z.boolean(),
  madeBy: id,
  madeAt: answeredInstant,
});
export type EditStepAnswer = z.infer<typeof editStepAnswer>;
export const editStepListAnswer = z.strictObject({ items: z.array(editStepAnswer) });

/** What an edit, an undo or a redo made of the touched part of the draft. */
export const planEditAnswer = z.strictObject({
  planId: id,
  version,
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  metrics: planMetrics,
  visitDemandIds: z.array(z.string()).describe('Behov som ligger annorlunda nu'),
  shiftIds: z.array(id).describe('Pass vars dag är en annan nu'),
  visits: z.array(plannedVisitAnswer).describe('Alla placerade besök bland behoven'),
  unassigned: z.array(unassignedDemandAnswer).describe('Alla ej placerade bland behoven'),
  routes: z.array(dayRouteAnswer).describe('Passens rutter'),
  releasedVisitDemandIds: z
    .array(z.string())
    .describe('Besök som låg hos någon som är frånvarande, och inte fick plats med ändringen'),
});
export type PlanEditAnswer = z.infer<typeof planEditAnswer>;

/** What broke or is strained, in words: from the rule itself. */
export const ruleWord = z.strictObject({ rule: z.string(), text: writtenText });
export type RuleWord = z.infer<typeof ruleWord>;

/**
 * One rule's part of a price: seconds-equivalents against the plan as it stands, and the same in the rule's own unit
 * (seconds of travel, faces …).
 */
const priceLine = z.strictObject({ rule: z.string(), seconds: z.number(), amount: z.number(), text: writtenText });

export const placeQuestion = z.strictObject({ visitDemandId });
export type PlaceQuestion = z.infer<typeof placeQuestion>;

/** A place for a visit that has been tried by inserting the visit, with its price against the plan as it stands. */
export const pricedPlace = z.strictObject({
  shiftId: id,
  employeeId: id,
  date: localDate,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  latestStartsAt: answeredInstant.describe('Så sent får besöket börja här utan att något annat blir sent'),
  helper: z
    .strictObject({ shiftId: id, employeeId: id, startsAt: answeredInstant, endsAt: answeredInstant })
    .nullable(),
  isPresent: z.boolean().describe('Här ligger besöket nu'),
  differenceSeconds: z.number().describe('Sekundekvivalenter mot planen som den är; negativt är billigare'),
  lines: z.array(priceLine).describe('Regel för regel; tillsammans skillnaden'),
  warnings: z.array(ruleWord),
  shiftedVisits: z
    .array(z.strictObject({ visitDemandId: z.string(), minutesLater: z.int() }))
    .describe('Andra besök som får en ny tid'),
});
export type PricedPlace = z.infer<typeof pricedPlace>;

export const forbiddenShift = ruleWord.extend({ shiftId: id });
export type ForbiddenShift = z.infer<typeof forbiddenShift>;

/** Where a visit could lie, the cheapest first, and the shifts where it may not, each with the rule. */
export const placesAnswer = z.strictObject({
  version,
  places: z.array(pricedPlace),
  forbidden: z.array(forbiddenShift),
});
export type PlacesAnswer = z.infer<typeof placesAnswer>;

export const moveQuestion = placeQuestion.extend({ shiftId: id, startsAt, helperShiftId });
export type MoveQuestion = z.infer<typeof moveQuestion>;

/** What one drop would cost, before it is done; without a place: the hard rules that refuse it. */
export const movePriceAnswer = z.strictObject({
  version,
  place: pricedPlace.nullable(),
  refusals: z.array(ruleWord),
});
export type MovePriceAnswer = z.infer<typeof movePriceAnswer>;

/** Why a visit lies where it does, or nowhere: its place beside the next-best. */
export const explanationAnswer = z.strictObject({
  version,
  headline: writtenText,
  present: pricedPlace.nullable(),
  alternatives: z.array(z.strictObject({ place: pricedPlace, text: writtenText })),
  forbidden: z.array(ruleWord.extend({ shifts: z.int() })).describe('Hur många pass varje regel håller borta'),
});
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;

/** What would give an unassigned visit a place; each has been tried by inserting the visit. */
export const wayOutAnswer = z.strictObject({
  kind: z.enum(['one-face-more', 'at-higher-cost', 'wider-window', 'other-competence', 'borrowed-employee']),
  text: writtenText,
  place: pricedPlace,
  minutes: z.int().nullable(),
  brokenRules: z.array(ruleWord),
  canApply: z.boolean().describe('Går att lägga in i utkastet nu, utan att genomförandeplan eller bemanning ändras'),
});
export type WayOutAnswer = z.infer<typeof wayOutAnswer>;
export const waysOutAnswer = z.strictObject({ version, items: z.array(wayOutAnswer) });
export type WaysOutAnswer = z.infer<typeof waysOutAnswer>;

/** A visit of the plan that lies with somebody who has been marked absent since. */
export const strandedVisitAnswer = z.strictObject({
  visitId: id,
  visitDemandId: z.string(),
  brukareId: id,
  workGroupId: id,
  date: localDate,
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  employeeIds: z.array(id).describe('De av besökets medarbetare som är frånvarande'),
});
export type StrandedVisitAnswer = z.infer<typeof strandedVisitAnswer>;
export const strandedVisitListAnswer = z.strictObject({ items: z.array(strandedVisitAnswer) });
