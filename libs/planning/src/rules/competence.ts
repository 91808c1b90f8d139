import type { Employee, VisitDemand } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

/** The one with the whole visit has every competence; the second employee of a visit for two lends a hand. */
export function missingCompetences(
  demand: Pick<VisitDemand, 'competences'>,
  employee: Pick<Employee, 'competences'>,
  part: 'main' | 'helper',
): readonly string[] {
  if (part === 'helper') return [];
  return demand.competences.filter((competence) => !employee.competences.includes(competence));
}

export const competenceRule: HardRule<{ readonly missing: readonly string[] }> = {
  kind: 'hard',
  id: 'competence',
  name: { sv: 'Kompetens och delegering', en: 'Competence and delegation' },
  why: {
    sv: 'En delegerad hälso- och sjukvårdsuppgift får bara utföras av den som har delegeringen.',
    en: 'A delegated health task may only be done by the one who holds the delegation.',
  },
  explain: ({ missing }) => ({
    sv: `Saknar ${missing.join(', ')}, som besöket kräver.`,
    en: `Lacks ${missing.join(', ')}, which the visit needs.`,
  }),
};
