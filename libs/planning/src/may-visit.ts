import type { Brukare, Employee, UnitSettings, VisitDemand } from '@hemtjanst/domain';
import { animalsRule, unbearablePets } from './rules/animals.js';
import { bannedEmployeeRule, isBanned } from './rules/banned-employee.js';
import { competenceRule, missingCompetences } from './rules/competence.js';
import { genderWishRule, lacksWishedGender } from './rules/gender-wish.js';
import type { HardRuleId, Sentence } from './rules/planning-rule.js';
import { meetsUnbearableSmoke, smokeRule } from './rules/smoke.js';

/** Why an employee may not do a visit, whatever the time. The names are stored with plans. */
export type MatchingRule = 'competence' | 'banned' | 'gender' | 'animal' | 'smoke';

/** The first rule that keeps the employee away from his or her part of the visit; null: the employee may do it. */
export function matchingObstacle(
  demand: VisitDemand,
  brukare: Brukare,
  employee: Employee,
  settings: UnitSettings,
  part: 'main' | 'helper' = 'main',
): MatchingRule | null {
  if (missingCompetences(demand, employee, part).length > 0) return 'competence';
  if (isBanned(brukare, employee)) return 'banned';
  if (settings.genderWish === 'hard' && lacksWishedGender(brukare, employee)) return 'gender';
  if (unbearablePets(brukare, employee).length > 0) return 'animal';
  if (meetsUnbearableSmoke(brukare, employee)) return 'smoke';
  return null;
}

/** The rule behind an obstacle, and what it says about this employee. */
export function explainObstacle(
  obstacle: MatchingRule,
  demand: VisitDemand,
  brukare: Brukare,
  employee: Employee,
): { readonly rule: HardRuleId; readonly text: Sentence } {
  switch (obstacle) {
    case 'competence': {
      const missing = missingCompetences(demand, employee, 'main');
      return { rule: competenceRule.id, text: competenceRule.explain({ missing }) };
    }
    case 'banned':
      return { rule: bannedEmployeeRule.id, text: bannedEmployeeRule.explain() };
    case 'gender':
      return { rule: genderWishRule.id, text: genderWishRule.explain() };
    case 'animal':
      return { rule: animalsRule.id, text: animalsRule.explain({ pets: unbearablePets(brukare, employee) }) };
    case 'smoke':
      return { rule: smokeRule.id, text: smokeRule.explain() };
  }
}
