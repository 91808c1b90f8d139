import { DomainError } from '@hemtjanst/domain';
import type { Texts } from '../text/sv.js';
import { ApiProblem } from './api-client.js';

/** What went wrong and the next step, in a sentence a person can use. */
export function problemText(error: unknown, texts: Texts): string {
  if (error instanceof DomainError) return error.message;
  if (!(error instanceof ApiProblem)) return texts.common.unknownError;
  if (error.status === 0) return texts.common.noContact;
  const faults = error.errors.map(({ detail }) => detail);
  const said = [error.title, error.detail, ...faults].filter((part) => part !== null && part !== '');
  return said.length === 0 ? texts.common.unknownError : said.join('. ').replaceAll('..', '.');
}
