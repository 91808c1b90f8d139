import type { Caller } from '../../http/caller.js';
import { mayKnowIdentity, maySee } from './brukare-access.js';

const caller = (roles: Caller['roles'], employeeId: string | null = null): Caller => ({
  accountId: 'konto',
  displayName: 'Konto',
  roles,
  unitIds: ['enhet'],
  employeeId,
});
const brukare = (isProtected: boolean) => ({ kontaktmanId: 'E1', fastOmsorgskontaktId: 'E2', isProtected });

describe('who may see a brukare', () => {
  it.each(['planerare', 'samordnare', 'enhetschef'] as const)('the %s sees every brukare of the unit', (role) => {
    expect(maySee(caller([role]), brukare(false))).toBe(true);
  });

  it('an employee sees those he or she is kontaktman or fast omsorgskontakt of, and nobody else', () => {
    expect(['E1', 'E2', 'E3', null].map((id) => maySee(caller(['omsorgspersonal'], id), brukare(false)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('an admin without employee sees nobody, also where there is no kontaktman', () => {
    expect(maySee(caller(['admin']), { kontaktmanId: null, fastOmsorgskontaktId: null })).toBe(false);
  });

  it('only the enhetschef and the contacts know who a protected brukare is', () => {
    const knows = (who: Caller) => mayKnowIdentity(who, brukare(true));
    expect(knows(caller(['enhetschef']))).toBe(true);
    expect(knows(caller(['omsorgspersonal'], 'E1'))).toBe(true);
    expect(knows(caller(['planerare', 'samordnare', 'admin'], 'E3'))).toBe(false);
    expect(mayKnowIdentity(caller(['planerare']), brukare(false))).toBe(true);
  });
});
