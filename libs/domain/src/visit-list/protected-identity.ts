import type { Brukare } from '../people/people.js';

/** Who may see a protected identity: the kontaktman and the fast omsorgskontakt; see `namedStaff` for others. */
export const isNamedFor = (brukare: Brukare, employeeId: string): boolean =>
  brukare.kontaktmanId === employeeId || brukare.fastOmsorgskontaktId === employeeId;

/** `Skyddad 1`, `Skyddad 2`, … by id: what everybody else sees. */
export function protectedAliases(brukare: readonly Brukare[]): ReadonlyMap<string, string> {
  const ids = brukare.filter(({ isProtected }) => isProtected).map(({ id }) => id);
  return new Map([...ids].sort().map((id, at) => [id, `Skyddad ${at + 1}`]));
}
