/** One fault in what was sent: JSON pointer to it, a stable code, and a Swedish sentence. */
export interface ProblemFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemParts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemFault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the answer, such as the version that is current now. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/**
 * An answer that is not a success, as RFC 9457 problem details. `code` is stable and becomes the type
 * (`/problem/<code>`); title and detail are Swedish and never repeat personal data that was sent.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly ProblemFault[];
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(parts: ProblemParts) {
    super(parts.code);
    this.name = 'Problem';
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail ?? null;
    this.errors = parts.errors ?? [];
    this.headers = parts.headers ?? {};
    this.members = parts.members ?? {};
  }

  /** The body sent as application/problem+json. */
  toBody(requestId: string): Readonly<Record<string, unknown>> {
    return {
      type: `/problem/${this.code}`,
      title: this.title,
      status: this.status,
      ...(this.detail === null ? {} : { detail: this.detail }),
      instance: `/req/${requestId}`,
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
      ...this.members,
    };
  }
}
