import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { explainNoVisits, explainPattern, type PatternExplanation } from './pattern/explain-pattern.js';
import { fitPattern } from './pattern/fit-pattern.js';
import { RAMTID_TOLERANCE } from './pattern/fitted-visit.js';
import { ratePerWeek, type Frequency, type PatternVisit } from './pattern/pattern-visit.js';
import { templatesOfPattern } from './pattern/templates-of-pattern.js';
import { extraTillsyn, visitsOfInsatser } from './pattern/visits-of-insatser.js';
import { WEEKS_PER_MONTH } from './template-time.js';
import type { VisitTemplate } from './visit-template.js';

export interface ProposedPattern {
  /** Each with `isProposed`; a person must confirm them. Empty for larm and for orders without insatser or hours. */
  readonly templates: readonly VisitTemplate[];
  readonly explanation: PatternExplanation;
}

/**
 * For an order without agreed genomförandeplan: a visit pattern from its insatser whose average month adds up to the
 * ramtid within 2 %, or an explanation of what remains.
 *
 * 1. Insatser of the same part of the day become one visit. 2. Each visit has a usual frequency and usual minutes.
 * 3. Frequencies are lowered or raised, and 4. minutes scaled, until a week takes hours × 12/52 from the ramtid.
 *
 * @example proposeVisitPattern(aRamtidOrder({ hoursPerMonth: 2, insatser: ['stad'] }), settings)
 * // städ every second week, 55 minutes: 0.5 × 55 × 52/12 = 119 of 120 minutes
 */
export function proposeVisitPattern(order: RamtidOrder, settings: UnitSettings): ProposedPattern {
  const weeklyBudget = (order.hoursPerMonth * 60) / WEEKS_PER_MONTH;
  const visits = order.kind === 'larm' ? [] : visitsOfInsatser(order, settings);
  if (visits.length === 0 || weeklyBudget <= 0) return { templates: [], explanation: explainNoVisits(order) };
  const possible = withinBudget(withRoomForBudget(visits, weeklyBudget, settings), weeklyBudget);
  const pattern = fitPattern(possible, weeklyBudget, settings);
  const leftOut = visits.filter((visit) => !possible.includes(visit));
  return {
    templates: templatesOfPattern(pattern, order, settings),
    explanation: explainPattern(pattern, leftOut, order, settings),
  };
}

/** More tillsyn visits where the ordered insatser, as often and as long as is reasonable, do not fill the ramtid. */
function withRoomForBudget(
  visits: readonly PatternVisit[],
  weeklyBudget: number,
  settings: UnitSettings,
): readonly PatternVisit[] {
  const most = visits.reduce(
    (sum, visit) => sum + weeklyMinutesAt(visit, visit.frequencies.at(-1), 'longestMinutes'),
    0,
  );
  return most < weeklyBudget ? [...visits, ...extraTillsyn(visits, settings)] : visits;
}

/** Without the least needed visits where not even the rarest and shortest ones fit in the ramtid; one always stays. */
function withinBudget(visits: readonly PatternVisit[], weeklyBudget: number): readonly PatternVisit[] {
  const least = visits.reduce((sum, visit) => sum + weeklyMinutesAt(visit, visit.frequencies[0], 'shortestMinutes'), 0);
  if (least <= weeklyBudget * (1 + RAMTID_TOLERANCE) || visits.length === 1) return visits;
  const leastNeeded = visits.reduce((lowest, visit) => (visit.need < lowest.need ? visit : lowest));
  return withinBudget(
    visits.filter((visit) => visit !== leastNeeded),
    weeklyBudget,
  );
}

const weeklyMinutesAt = (
  visit: PatternVisit,
  frequency: Frequency | undefined,
  minutes: 'shortestMinutes' | 'longestMinutes',
): number => (frequency === undefined ? 0 : ratePerWeek(frequency) * visit[minutes] * visit.ramtidFactor);
