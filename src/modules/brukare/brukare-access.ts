import { hasRole, type Caller } from '../../http/caller.js';

interface Contacts {
  readonly kontaktmanId: string | null;
  readonly fastOmsorgskontaktId: string | null;
}

/** Is the caller the kontaktman or fast omsorgskontakt of this brukare? */
function isContactOf(caller: Caller, { kontaktmanId, fastOmsorgskontaktId }: Contacts): boolean {
  return caller.employeeId !== null && [kontaktmanId, fastOmsorgskontaktId].includes(caller.employeeId);
}

/**
 * Who may know the name and address of a protected identity: the enhetschef, who appoints the named staff, and the
 * contacts of that brukare (domain.md section 9: as few persons as possible).
 */
export function mayKnowIdentity(caller: Caller, brukare: Contacts & { readonly isProtected: boolean }): boolean {
  return !brukare.isProtected || hasRole(caller, 'enhetschef') || isContactOf(caller, brukare);
}

/** The office sees the unit's brukare; an employee sees those he or she is the contact of. */
export function maySee(caller: Caller, brukare: Contacts): boolean {
  return hasRole(caller, 'planerare', 'samordnare', 'enhetschef') || isContactOf(caller, brukare);
}
