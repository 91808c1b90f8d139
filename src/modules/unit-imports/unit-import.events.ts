import type { TimeRegistration } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { ImportedTable } from '../../database/imported-table.js';

/**
 * A unit folder is being saved and holds registered times, which a later stage keeps. Sent inside the transaction of the
 * import: the listener saves them in that transaction and answers with what it did, and a listener that throws
 * undoes the whole import. Listen with `@OnEvent(TimeRegistrationsArrived.eventName, { suppressErrors: false })`.
 */
export class TimeRegistrationsArrived {
  static readonly eventName = 'unit-import.time-registrations';

  constructor(
    readonly unitId: string,
    readonly registrations: readonly TimeRegistration[],
    readonly codes: { readonly brukare: CodeIndex; readonly employees: CodeIndex },
    /** Null: the service itself imports, as at first start. */
    readonly accountId: string | null,
  ) {}
}

/** What a listener of {@link TimeRegistrationsArrived} answers. */
export type TimeRegistrationsSaved = ImportedTable;

/**
 * A preview wants to know how registered times of the same numbers count now. Listeners answer with them, as
 * `TimeRegistration[]`; those that are not kept are left out.
 */
export class KeptRegistrationsWanted {
  static readonly eventName = 'unit-import.kept-registrations';

  constructor(
    readonly unitId: string,
    readonly registrations: readonly TimeRegistration[],
  ) {}
}
