import { DEFAULT_UNIT_SETTINGS } from '@hemtjanst/domain';
import { aBrukare, aVisitDemand, anEmployee } from '../../domain/src/testing/builders.js';
import { matchingObstacle } from './may-visit.js';

const obstacle = (
  brukare: Parameters<typeof aBrukare>[0],
  employee: Parameters<typeof anEmployee>[0],
  demand: Parameters<typeof aVisitDemand>[0] = {},
) => matchingObstacle(aVisitDemand(demand), aBrukare(brukare), anEmployee(employee), DEFAULT_UNIT_SETTINGS);

describe('who may do a visit', () => {
  it('needs every competence the visit asks for', () => {
    expect(obstacle({}, { competences: ['demens'] }, { competences: ['demens', 'sond'] })).toBe('competence');
    expect(obstacle({}, { competences: ['sond', 'demens'] }, { competences: ['demens', 'sond'] })).toBeNull();
  });

  it('keeps those away whom the brukare has said no to', () => {
    expect(obstacle({ bannedEmployeeIds: ['E1'] }, { id: 'E1' })).toBe('banned');
    expect(obstacle({ bannedEmployeeIds: ['E1'] }, { id: 'E2' })).toBeNull();
  });

  it('treats the wish for a woman or a man as binding, also when the gender of an employee is unknown', () => {
    expect(obstacle({ wishedGender: 'K' }, { gender: 'M' })).toBe('gender');
    expect(obstacle({ wishedGender: 'K' }, { gender: null })).toBe('gender');
    expect(obstacle({ wishedGender: 'K' }, { gender: 'K' })).toBeNull();
  });

  it('lets the unit treat the wish as a wish', () => {
    const soft = { ...DEFAULT_UNIT_SETTINGS, genderWish: 'soft' as const };
    expect(
      matchingObstacle(aVisitDemand(), aBrukare({ wishedGender: 'K' }), anEmployee({ gender: 'M' }), soft),
    ).toBeNull();
  });

  it.each([
    [{ pets: ['hund' as const] }, { toleratesDogs: false }, 'animal'],
    [{ pets: ['katt' as const] }, { toleratesCats: false }, 'animal'],
    [{ pets: ['katt' as const] }, { toleratesDogs: false }, null],
    [{ isSmoker: true }, { toleratesSmoke: false }, 'smoke'],
    [{ isSmoker: false }, { toleratesSmoke: false }, null],
  ])('spares employees animals and smoke they do not tolerate: %j, %j → %s', (brukare, employee, rule) => {
    expect(obstacle(brukare, employee)).toBe(rule);
  });
});
