import type { Brukare, Employee } from '../../people/people.js';
import type { UnitSettings } from '../../unit/unit-settings.js';
import type { Violation } from '../../violation.js';
import type { PlanIndex, VisitPart } from './plan-index.js';
import { atPart } from './violation-at.js';

/** Who may come to whom: competence, bans, wishes, animals, smoke and group. */
export function checkMatching(index: PlanIndex): readonly Violation[] {
  return index.parts.flatMap((part) => {
    const brukare = index.brukareById.get(part.visit.brukareId);
    const employee = index.employeeById.get(part.employeeId);
    if (brukare === undefined || employee === undefined) return [];
    return [
      ...checkCompetences(part, employee, index),
      ...checkBan(part, brukare),
      ...checkGender(part, brukare, employee, index.settings),
      ...checkAnimals(part, brukare, employee),
      ...checkSmoke(part, brukare, employee),
      ...checkGroup(part, brukare, index),
    ];
  });
}

/** The one with the whole visit has every competence; a helper lends a hand. */
function checkCompetences(part: VisitPart, employee: Employee, { demandById }: PlanIndex): readonly Violation[] {
  if (part.role === 'helper') return [];
  const needed = demandById.get(part.visit.demandId)?.competences ?? [];
  const missing = needed.filter((competence) => !employee.competences.includes(competence));
  if (missing.length === 0) return [];
  const text = `Medarbetaren saknar kompetens för besöket: ${missing.join(', ')}.`;
  return [atPart(part, { rule: 'competence-missing', amount: missing.length, text })];
}

function checkBan(part: VisitPart, brukare: Brukare): readonly Violation[] {
  if (!brukare.bannedEmployeeIds.includes(part.employeeId)) return [];
  return [atPart(part, { rule: 'employee-banned', text: 'Medarbetaren ska inte gå till brukaren.' })];
}

function checkGender(
  part: VisitPart,
  brukare: Brukare,
  employee: Employee,
  { genderWish }: UnitSettings,
): readonly Violation[] {
  if (brukare.wishedGender === null || employee.gender === brukare.wishedGender) return [];
  return [
    atPart(part, { rule: 'gender-wish', severity: genderWish, text: 'Brukaren önskar medarbetare av annat kön.' }),
  ];
}

function checkAnimals(part: VisitPart, { pets }: Brukare, employee: Employee): readonly Violation[] {
  const feared = pets.filter((pet) => !(pet === 'hund' ? employee.toleratesDogs : employee.toleratesCats));
  return feared.map((pet) => atPart(part, { rule: 'animal', text: `Medarbetaren tål inte husdjuret (${pet}).` }));
}

function checkSmoke(part: VisitPart, { isSmoker }: Brukare, { toleratesSmoke }: Employee): readonly Violation[] {
  if (!isSmoker || toleratesSmoke) return [];
  return [atPart(part, { rule: 'smoke', text: 'Medarbetaren tål inte rök och brukaren röker.' })];
}

/** A shift is worked for one group; staff lent to another group have that group on the shift. */
function checkGroup(part: VisitPart, brukare: Brukare, { shiftById }: PlanIndex): readonly Violation[] {
  const shift = shiftById.get(part.shiftId);
  if (shift === undefined || shift.workGroupId === brukare.workGroupId) return [];
  return [atPart(part, { rule: 'wrong-group', text: 'Passet hör till en annan arbetsgrupp än brukaren.' })];
}
