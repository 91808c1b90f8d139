import type { Brukare, Employee } from '@hemtjanst/domain';
import type { Random } from './random.js';

/** The employees who usually come to a brukare, the kontaktman first. */
export interface CoreTeam {
  readonly brukare: Brukare;
  readonly employeeIds: readonly string[];
}

/**
 * Gives a brukare a core team of its group: 4–8 faces, fewer where visits are few (domain.md section 11: 4–6 and the
 * kontaktman), with the least loaded first, and a few wishes not to meet somebody.
 */
export function inventCoreTeam(
  brukare: Brukare,
  groupEmployees: readonly Employee[],
  visitsAWeek: number,
  load: Map<string, number>,
  random: Random,
): CoreTeam {
  const suitable = groupEmployees.filter((employee) => canVisit(employee, brukare));
  const size = visitsAWeek <= 2 ? 2 : visitsAWeek <= 7 ? 4 : random.whole(5, 8);
  const team = random
    .shuffled(suitable)
    .sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0))
    .slice(0, size);
  for (const { id } of team) load.set(id, (load.get(id) ?? 0) + visitsAWeek / team.length);
  const kontaktman = team.find(({ title }) => title === 'underskoterska') ?? team[0];
  const ordered = [...team].sort((a, b) => Number(b === kontaktman) - Number(a === kontaktman));
  const outsiders = groupEmployees.filter((employee) => !team.includes(employee));
  return {
    brukare: {
      ...brukare,
      kontaktmanId: kontaktman?.id ?? null,
      // Offered by law where there is care and not only service; some decline.
      fastOmsorgskontaktId:
        kontaktman?.title === 'underskoterska' && visitsAWeek > 2 && random.chance(0.85) ? kontaktman.id : null,
      bannedEmployeeIds: outsiders.length > 3 && random.chance(0.03) ? [random.pick(outsiders).id] : [],
    },
    employeeIds: ordered.map(({ id }) => id),
  };
}

function canVisit(employee: Employee, brukare: Brukare): boolean {
  return (
    (brukare.wishedGender === null || brukare.wishedGender === employee.gender) &&
    (employee.toleratesDogs || !brukare.pets.includes('hund')) &&
    (employee.toleratesCats || !brukare.pets.includes('katt')) &&
    (employee.toleratesSmoke || !brukare.isSmoker)
  );
}
