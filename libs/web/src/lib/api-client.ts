/** An answer that is not a success: problem details (RFC 9457) of the service, or no answer at all (status 0). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | null,
    readonly errors: readonly { readonly pointer: string; readonly detail: string }[],
    /** Further members of the problem, such as the draft that is there already. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
    this.name = 'ApiProblem';
  }

  /** May the same request succeed if it is sent again later? */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
  readonly body?: unknown;
  /** Files of a form, instead of a body. */
  readonly form?: FormData;
  /** The version the user has seen, for changes. */
  readonly seenVersion?: number;
  /** Makes an action happen once however often it is sent. */
  readonly idempotencyKey?: string;
  /** Refused unless this account is the one logged in: another window may have logged in somebody else meanwhile. */
  readonly asAccountId?: string;
  /** Outlives the page, for what is sent while it closes. */
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API. The shape `Answer` is the contract's; the service checks its answers against it, so the browser does not.
 *
 * @throws ApiProblem
 */
export async function callApi<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
  const response = await send(path, request);
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? null : await response.json()) as Answer;
}

async function send(path: string, request: ApiRequest): Promise<Response> {
  try {
    return await fetch(`/api${path}${queryOf(request.query)}`, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      keepalive: request.keepalive ?? false,
      signal: request.signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'ingen-kontakt', '', null, []);
  }
}

function headersOf({ body, seenVersion, idempotencyKey, asAccountId }: ApiRequest): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(seenVersion === undefined ? {} : { 'if-match': `"${seenVersion}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(asAccountId === undefined ? {} : { 'ramrutt-account': asAccountId }),
  };
}

function queryOf(query: ApiRequest['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const code = body.type?.replace('/problem/', '') ?? 'okant-fel';
  return new ApiProblem(response.status, code, body.title ?? '', body.detail ?? null, body.errors ?? [], { ...body });
}
