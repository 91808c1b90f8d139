import { OpenPlan, type Problem, type ProblemVisit } from '@hemtjanst/solver';
import { explainObstacle, matchingObstacle } from '../may-visit.js';
import { brukareOf, employeeOf } from '../problem/matching.js';
import type { BrokenRule, PricedPlace, WayOutOffer } from '../replan/board-answers.js';
import type { PlanContext } from '../replan/plan-context.js';
import { rankPlaces, rowOf } from '../replan/price-move.js';
import { continuityRule } from '../rules/continuity.js';
import type { Sentence } from '../rules/planning-rule.js';
import { loanOffers } from './loans.js';

const WIDER_BY_MINUTES = [15, 30, 60, 120] as const;
const SECONDS_OF_DAY = 86_400;

/**
 * The cheapest ways to give a left-out visit a place, each tried by inserting it: as it is (one face more, or dearer than
 * leaving it out), with a window wider by as little as helps, by somebody who only lacks a competence, by somebody lent
 * from another group. Empty: none of them helps, or the visit has a place.
 *
 * @param lenders contexts of other groups, each opened on the `loanScope` of this demand.
 */
export function waysOut(
  context: PlanContext,
  demandId: string,
  lenders: readonly PlanContext[] = [],
): readonly WayOutOffer[] {
  if (context.open.shiftOf(rowOf(context, demandId)) >= 0) return [];
  const asItIs = cheapest(context, demandId);
  if (asItIs !== null) return [asItStands(asItIs)];
  return [...widerWindow(context, demandId), ...otherCompetence(context, demandId), ...loanOffers(demandId, lenders)];
}

const cheapest = (context: PlanContext, demandId: string): PricedPlace | null =>
  rankPlaces(context, { demandId }, 1).places.at(0) ?? null;

function asItStands(place: PricedPlace): WayOutOffer {
  const isNewFace = place.warnings.some(({ rule }) => rule === continuityRule.id);
  const text: Sentence = isNewFace
    ? { sv: 'Ett ansikte till hos brukaren.', en: 'One face more for the person.' }
    : { sv: 'Det finns plats, till ett högre pris.', en: 'There is room, at a higher price.' };
  return { kind: isNewFace ? 'one-face-more' : 'at-higher-cost', text, place, minutes: null, brokenRules: [] };
}

function widerWindow(context: PlanContext, demandId: string): readonly WayOutOffer[] {
  const parts = partsOf(context, demandId);
  for (const minutes of WIDER_BY_MINUTES) {
    const visits = context.problem.visits.map((visit, row) =>
      parts.includes(row) ? widened(visit, minutes * 60) : visit,
    );
    const place = cheapest(withProblem(context, { ...context.problem, visits }), demandId);
    if (place === null) continue;
    const text = {
      sv: `Vidga tidsfönstret ${minutes} min åt båda hållen.`,
      en: `Widen the time window by ${minutes} min both ways.`,
    };
    return [{ kind: 'wider-window', text, place, minutes, brokenRules: [] }];
  }
  return [];
}

/** Never somebody who shall not come, or cannot bear pets or smoke: only a competence can be learnt or delegated. */
function otherCompetence(context: PlanContext, demandId: string): readonly WayOutOffer[] {
  const { groupWeek, rows } = context.key;
  const { demand } = rows[rowOf(context, demandId)];
  const brukare = brukareOf(groupWeek, demand.brukareId);
  const relaxed = { ...demand, competences: [] };
  const compatible = context.problem.compatible.slice();
  groupWeek.shifts.forEach((shift, column) => {
    const employee = employeeOf(groupWeek, shift.employeeId);
    if (matchingObstacle(relaxed, brukare, employee, groupWeek.settings) !== null) return;
    for (const row of partsOf(context, demandId)) compatible[row * groupWeek.shifts.length + column] = 1;
  });
  const place = cheapest(withProblem(context, { ...context.problem, compatible }), demandId);
  if (place === null) return [];
  const obstacle: BrokenRule = explainObstacle('competence', demand, brukare, employeeOf(groupWeek, place.employeeId));
  const text = {
    sv: `Ge en medarbetare kompetensen eller delegeringen. ${obstacle.text.sv}`,
    en: `Give an employee the competence or delegation. ${obstacle.text.en}`,
  };
  return [{ kind: 'other-competence', text, place, minutes: null, brokenRules: [obstacle] }];
}

/** The same plan laid out under other rules. */
const withProblem = (context: PlanContext, problem: Problem): PlanContext => ({
  ...context,
  problem,
  open: new OpenPlan(problem, context.open.read()),
});

/** A visit for two is two rows: what is allowed for one has to be allowed for both. */
function partsOf(context: PlanContext, demandId: string): readonly number[] {
  const row = rowOf(context, demandId);
  const { partnerRow } = context.key.rows[row];
  return partnerRow < 0 ? [row] : [row, partnerRow];
}

/** Never past midnight, so that the visit stays on its day. */
function widened(visit: ProblemVisit, seconds: number): ProblemVisit {
  const windows = visit.windows.map(({ day, earliest, latest }) => ({
    day,
    earliest: Math.max(day * SECONDS_OF_DAY, earliest - seconds),
    latest: Math.max(latest, Math.min((day + 1) * SECONDS_OF_DAY, latest + seconds)),
  }));
  return { ...visit, windows };
}
