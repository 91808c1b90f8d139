import { randomUUID } from 'node:crypto';
import { sessionAnswer } from '@hemtjanst/contracts';
import type { z } from 'zod';

/** The service's own API, used as any other client uses it: what the first start shows, a person can do as well. */
export class ApiClient {
  private constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** @throws Error with the answer's code when the account is not let in */
  static async login(baseUrl: string, username: string, password: string): Promise<ApiClient> {
    const answer = await fetch(`${baseUrl}/api/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return new ApiClient(baseUrl, sessionAnswer.parse(await bodyOf(answer)).token);
  }

  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse(await bodyOf(await fetch(`${this.baseUrl}${path}`, { headers: this.headers() })));
  }

  async post<Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<z.infer<Schema>> {
    const answer = await fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: { ...this.headers(), 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
    return schema.parse(await bodyOf(answer));
  }

  private headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}`, Accept: 'application/json' };
  }
}

/** An answer that is a problem; its code says which. */
class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    title: string,
  ) {
    super(`${status} ${type}: ${title}`);
    this.name = 'ApiProblem';
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json();
  if (answer.ok) return body;
  const { type = '', title = '' } = body as { type?: string; title?: string };
  throw new ApiProblem(answer.status, type, title);
}
