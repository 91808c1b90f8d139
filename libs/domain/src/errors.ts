/** An expected failure with a stable code: becomes a problem answer at the border. The message never holds personal details. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, string | number | boolean | null>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** One fault in what came in: which field, what it held, what is wrong, what would be right. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly value: string;
  /** Swedish. */
  readonly message: string;
  /** Swedish: what would be right. */
  readonly expected: string;
}

/** The answer of every checking function: the record, or every fault of it at once. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly FieldFault[] };
