import type { AuditLine } from '../audit-log/audit-line.js';

/** What was read or changed, without saying whose it is. */
export type AuditSubject = Omit<AuditLine, 'brukareId'>;

/** Audit lines of a list: one per brukare in it, however many records of that brukare the list holds. */
export function linesPerBrukare(subject: AuditSubject, brukareIds: Iterable<string | null>): readonly AuditLine[] {
  const ids = new Set(brukareIds);
  return [...ids].filter((brukareId) => brukareId !== null).map((brukareId) => ({ ...subject, brukareId }));
}
