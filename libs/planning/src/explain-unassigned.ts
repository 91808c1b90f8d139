import type { UnassignedDemand } from '@hemtjanst/domain';
import type { Problem, SolveResult, UnassignedReason } from '@hemtjanst/solver';
import type { WeekProblemKey } from './build-week-problem.js';
import { type MatchingRule, matchingObstacle } from './may-visit.js';
import { brukareOf, employeeOf } from './problem/matching.js';
import type { VisitRow } from './problem/visit-rows.js';

/** Every demand that found no place, with reasons from the solver and, where nobody matches, the rules that stop them. */
export function explainUnassigned(_problem: Problem, key: WeekProblemKey, result: SolveResult): UnassignedDemand[] {
  const reasonsByRow = new Map(result.unassigned.map(({ visit, reasons }) => [visit, reasons]));
  return key.rows.flatMap((row, index) => {
    if (row.part !== 'main' || result.shiftOf[index] >= 0) return [];
    const partner = row.partnerRow < 0 ? [] : (reasonsByRow.get(row.partnerRow) ?? []);
    return [unassignedDemand(key, row, [...(reasonsByRow.get(index) ?? []), ...partner])];
  });
}

function unassignedDemand(key: WeekProblemKey, row: VisitRow, reasons: readonly UnassignedReason[]): UnassignedDemand {
  const { demand } = row;
  const telling = tellingReasons(reasons);
  return {
    demandId: demand.id,
    templateId: demand.templateId,
    brukareId: demand.brukareId,
    date: demand.allowedDates[0],
    serviceMinutes: demand.serviceMinutes,
    priority: demand.priority,
    reasons: telling.flatMap((reason) => reasonTexts(key, row, reason)),
    waysOut: telling.map(({ code }) => WAY_OUT[code]),
  };
}

/**
 * Why the search left a visit out, the closest it came to planning it first. Shifts that never came into question
 * (another time of the day, somebody who may not come) tell something only where no shift did: nearly every visit has
 * such shifts on its day.
 */
const SEARCH_DECIDED = ['displaced', 'coupled-visit', 'no-room', 'spacing'] as const;
const ROSTER_DECIDED = ['no-shift-in-window', 'no-compatible-shift'] as const;

/** Each code once (of both parts of a visit for two, the one that tried more shifts), the true reason first. */
export function tellingReasons(reasons: readonly UnassignedReason[]): readonly UnassignedReason[] {
  const ofCodes = (codes: readonly UnassignedReason['code'][]): readonly UnassignedReason[] =>
    codes.flatMap((code) => {
      const tried = reasons.filter((reason) => reason.code === code).map(({ shifts }) => shifts);
      return tried.length === 0 ? [] : [{ code, shifts: Math.max(...tried) }];
    });
  const bySearch = ofCodes(SEARCH_DECIDED);
  return bySearch.length > 0 ? bySearch : ofCodes(ROSTER_DECIDED);
}

function reasonTexts(key: WeekProblemKey, row: VisitRow, reason: UnassignedReason): UnassignedDemand['reasons'] {
  if (reason.code !== 'no-compatible-shift') return [{ code: reason.code, text: reasonText(reason) }];
  const stopped = [...obstacles(key, row)].map(([rule, employees]) => ({
    code: `matching-${rule}`,
    text: `${MATCHING_TEXT[rule]} (${employees} ${employees === 1 ? 'medarbetare' : 'medarbetare'} med pass)`,
  }));
  return [{ code: reason.code, text: 'Ingen som har pass de dagarna får göra besöket.' }, ...stopped];
}

/** How many employees with a shift on an allowed date each rule keeps away. */
function obstacles({ groupWeek }: WeekProblemKey, { demand }: VisitRow): Map<MatchingRule, number> {
  const brukare = brukareOf(groupWeek, demand.brukareId);
  const onDuty = new Set(
    groupWeek.shifts.filter((shift) => demand.allowedDates.includes(shift.onDate)).map((shift) => shift.employeeId),
  );
  const counts = new Map<MatchingRule, number>();
  for (const employeeId of onDuty) {
    const rule = matchingObstacle(demand, brukare, employeeOf(groupWeek, employeeId), groupWeek.settings);
    if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

const MATCHING_TEXT: Record<MatchingRule, string> = {
  competence: 'Saknar kompetensen som besöket kräver',
  banned: 'Ska inte komma till brukaren',
  gender: 'Brukaren har önskat personal av ett visst kön',
  animal: 'Tål inte djuret i hemmet',
  smoke: 'Tål inte rök',
};

function reasonText(reason: UnassignedReason): string {
  switch (reason.code) {
    case 'no-compatible-shift':
      return 'Ingen som har pass de dagarna får göra besöket.';
    case 'no-shift-in-window':
      return 'De som får göra besöket arbetar inte när det måste börja.';
    case 'no-room':
      return `Ingen ledig tid i fönstret: ${reason.shifts} pass prövades.`;
    case 'coupled-visit':
      return 'Besöket hänger ihop med ett annat som inte gick att lägga på en tid som passar.';
    case 'spacing':
      return 'De dagar som är kvar ligger för nära ett annat besök av samma slag.';
    case 'displaced':
      return 'Det finns plats, men den kostar mer än besöket väger; andra besök gick före.';
  }
}

const WAY_OUT: Record<UnassignedReason['code'], { code: string; text: string }> = {
  'no-compatible-shift': {
    code: 'borrow-employee',
    text: 'Låna en medarbetare från en annan grupp, eller ändra kravet i genomförandeplanen.',
  },
  'no-shift-in-window': {
    code: 'move-window',
    text: 'Flytta fönstret till en tid då någon arbetar, eller lägg till ett pass.',
  },
  'no-room': { code: 'widen-window', text: 'Vidga fönstret, eller sätt in mer personal den tiden.' },
  'coupled-visit': { code: 'widen-gap', text: 'Vidga avståndet mellan besöken, eller fönstret för det andra besöket.' },
  spacing: { code: 'fewer-days-between', text: 'Minska antalet dagar mellan besöken.' },
  displaced: { code: 'raise-priority', text: 'Höj prioriteten, eller sätt in mer personal den tiden.' },
};
