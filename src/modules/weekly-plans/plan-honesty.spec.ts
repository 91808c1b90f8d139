import type { Violation } from '@hemtjanst/domain';
import { verdictOf } from './plan-honesty.js';

const broken = (rule: string, severity: 'hard' | 'soft' = 'hard'): Violation => ({
  rule,
  severity,
  shiftId: null,
  visitId: null,
  employeeId: null,
  brukareId: null,
  date: null,
  amount: null,
  text: '',
});

describe('verdictOf', () => {
  it('lets a plan without hard violations through, soft ones notwithstanding', () => {
    expect(verdictOf([])).toBe('ja');
    expect(verdictOf([broken('gender-wish', 'soft')])).toBe('ja');
  });

  it.each([
    'dygnsvila-too-short',
    'veckovila-too-short',
    'span-too-long',
    'rast-missing',
    'work-too-long-without-rast',
  ])('asks for a reason where only the roster breaks a limit: %s', (rule) => {
    expect(verdictOf([broken(rule)])).toBe('med-skal');
  });

  it.each(['overlap', 'leg-too-short', 'competence-missing', 'employee-banned', 'demand-missing', 'employee-absent'])(
    'takes no reason for a plan that cannot be carried out: %s',
    (rule) => {
      expect(verdictOf([broken('dygnsvila-too-short'), broken(rule)])).toBe('nej');
    },
  );
});
