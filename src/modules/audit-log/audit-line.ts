import type { Caller } from '../../http/caller.js';

/** What was done with a record: `las` (read) or a verb of the flow such as `skapa`, `andra`, `publicera`. */
export interface AuditLine {
  readonly caller: Caller;
  readonly action: string;
  /** Kind of record in the words of the code, e.g. `brukare`, `ramtid-order`. */
  readonly recordKind: string;
  readonly recordId: string;
  /** Whose record it is; the product's id, never a name. */
  readonly brukareId?: string | null;
  readonly unitId: string;
}
