import { z } from 'zod';
import type { ProblemFault } from './problem.js';
import { escapePointer } from './strict-json.js';

/** Zod's own messages in Swedish; contracts add theirs where the field needs more. */
z.config(z.locales.sv());

type Issue = z.core.$ZodIssue;

/** Faults of the contract in the words of problem details. The value that was sent is never repeated. */
export function faultsOf(error: z.ZodError): readonly ProblemFault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue));
}

export const UNKNOWN_FIELD = 'okant-falt';

function faultsOfIssue(issue: Issue): readonly ProblemFault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key.slice(0, 100))}`,
      code: UNKNOWN_FIELD,
      detail: 'Fältet finns inte.',
    }));
  }
  return [{ pointer, code: codeOf(issue), detail: issue.message }];
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return typeof code === 'string' ? code : 'ogiltigt-varde';
    }
    case 'too_small':
    case 'too_big':
      return 'utanfor-grans';
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message) ? 'saknas' : 'ogiltigt-varde';
    case 'invalid_format':
      return 'ogiltigt-format';
    case 'unrecognized_keys':
      return UNKNOWN_FIELD;
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_value':
      return 'ogiltigt-varde';
  }
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${escapePointer(String(step))}`).join('');
}
