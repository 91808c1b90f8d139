import { competenceRule, missingCompetences } from './competence.js';

describe('competence', () => {
  const demand = { competences: ['insulin', 'kateter'] };

  it('allows who has all of them, and names the ones that are missing', () => {
    expect(missingCompetences(demand, { competences: ['kateter', 'insulin', 'sond'] }, 'main')).toEqual([]);
    expect(missingCompetences(demand, { competences: ['kateter'] }, 'main')).toEqual(['insulin']);
    expect(competenceRule.explain({ missing: ['insulin'] }).sv).toBe('Saknar insulin, som besöket kräver.');
  });

  it('asks nothing of the second employee, who lends a hand', () => {
    expect(missingCompetences(demand, { competences: [] }, 'helper')).toEqual([]);
  });
});
