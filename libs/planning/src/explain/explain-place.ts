import type { BrokenRule, PlaceExplanation, PricedPlace, RankedPlaces } from '../replan/board-answers.js';
import type { PlanContext } from '../replan/plan-context.js';
import { rankPlaces, rowOf } from '../replan/price-move.js';
import type { Sentence } from '../rules/planning-rule.js';

/** Places beside the present one that an explanation compares it with. */
const ALTERNATIVES = 3;

/**
 * Why a planned visit lies where it lies: its place against the next-best ones, rule by rule, and what keeps the other
 * shifts away.
 */
export function explainWhyHere(context: PlanContext, visitId: string): PlaceExplanation {
  const ranked = rankPlaces(context, { visitId }, ALTERNATIVES + 1);
  const present = ranked.places.find(({ isPresent }) => isPresent) ?? null;
  const others = ranked.places.filter(({ isPresent }) => !isPresent).slice(0, ALTERNATIVES);
  return {
    demandId: ranked.demandId,
    headline: headlineHere(context, ranked, others),
    present,
    alternatives: others.map((place) => ({ place, text: compared(place) })),
    forbidden: countedRules(context, ranked),
  };
}

/** Why a visit lies nowhere: what a place would cost where there is one, and what keeps the shifts of its days away. */
export function explainWhyNot(context: PlanContext, demandId: string): PlaceExplanation {
  const ranked = rankPlaces(context, { demandId }, ALTERNATIVES);
  const forbidden = countedRules(context, ranked);
  return {
    demandId,
    headline: headlineNot(ranked, forbidden),
    present: null,
    alternatives: ranked.places.map((place) => ({ place, text: compared(place) })),
    forbidden,
  };
}

function headlineHere(context: PlanContext, ranked: RankedPlaces, others: readonly PricedPlace[]): Sentence {
  const [first] = ranked.forbidden;
  if (context.open.isLocked(rowOf(context, ranked.demandId))) return first.text;
  const [best] = others;
  if (best === undefined)
    return { sv: 'Inget annat pass har plats för besöket.', en: 'No other shift has room for the visit.' };
  return best.differenceSeconds >= 0
    ? {
        sv: `Den bästa platsen. Den näst bästa: ${compared(best).sv}`,
        en: `The best place. The next best: ${compared(best).en}`,
      }
    : {
        sv: `En annan plats vore bättre: ${compared(best).sv}`,
        en: `Another place would be better: ${compared(best).en}`,
      };
}

function headlineNot({ places }: RankedPlaces, forbidden: PlaceExplanation['forbidden']): Sentence {
  const [best] = places;
  if (best !== undefined) {
    return best.differenceSeconds <= 0
      ? { sv: 'Det finns plats.', en: 'There is room.' }
      : {
          sv: `Det finns plats, men den kostar mer än besöket väger: ${compared(best).sv}`,
          en: `There is room, but it costs more than the visit weighs: ${compared(best).en}`,
        };
  }
  const [most] = forbidden;
  return most === undefined
    ? { sv: 'Ingen arbetar de dagarna.', en: 'Nobody works on those days.' }
    : { sv: `Inget pass har plats. Oftast: ${most.text.sv}`, en: `No shift has room. Mostly: ${most.text.en}` };
}

/** The parts of a price, dearest first, as one sentence. */
function compared({ lines }: PricedPlace): Sentence {
  const told = [...lines].sort((one, other) => Math.abs(other.seconds) - Math.abs(one.seconds));
  if (told.length === 0) return { sv: 'kostar lika mycket.', en: 'costs the same.' };
  return {
    sv: `${told.map(({ text }) => text.sv).join(', ')}.`,
    en: `${told.map(({ text }) => text.en).join(', ')}.`,
  };
}

/** Shifts on the visit's days by the rule that forbids them, the rule with most shifts first. */
function countedRules(context: PlanContext, { demandId, forbidden }: RankedPlaces): PlaceExplanation['forbidden'] {
  const { rows, groupWeek } = context.key;
  const { allowedDates } = rows[rowOf(context, demandId)].demand;
  const onDays = new Set(groupWeek.shifts.filter(({ onDate }) => allowedDates.includes(onDate)).map(({ id }) => id));
  const counts = new Map<string, BrokenRule & { readonly shifts: number }>();
  for (const { shiftId, rule, text } of forbidden) {
    if (onDays.has(shiftId)) counts.set(rule, { rule, text, shifts: (counts.get(rule)?.shifts ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.shifts - one.shifts || (one.rule < other.rule ? -1 : 1));
}
