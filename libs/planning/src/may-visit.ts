import type { Brukare, Employee, UnitSettings, VisitDemand } from '@hemtjanst/domain';

/** Why an employee may not do a visit, whatever the time. */
export type MatchingRule = 'competence' | 'banned' | 'gender' | 'animal' | 'smoke';

/** The first rule that keeps the employee away from the visit; null: the employee may do it. */
export function matchingObstacle(
  demand: VisitDemand,
  brukare: Brukare,
  employee: Employee,
  settings: UnitSettings,
): MatchingRule | null {
  if (!demand.competences.every((competence) => employee.competences.includes(competence))) return 'competence';
  if (brukare.bannedEmployeeIds.includes(employee.id)) return 'banned';
  if (settings.genderWish === 'hard' && brukare.wishedGender !== null && employee.gender !== brukare.wishedGender)
    return 'gender';
  if (brukare.pets.includes('hund') && !employee.toleratesDogs) return 'animal';
  if (brukare.pets.includes('katt') && !employee.toleratesCats) return 'animal';
  if (brukare.isSmoker && !employee.toleratesSmoke) return 'smoke';
  return null;
}
