import { Problem, type ProblemFault } from './problem.js';

/** The problems every part of the API can answer with, one function each. */

export function invalidJson(detail: string): Problem {
  return new Problem({ status: 400, code: 'ogiltig-json', title: 'Innehållet är inte giltig JSON', detail });
}

export function invalidAddress(): Problem {
  return new Problem({ status: 400, code: 'ogiltig-adress', title: 'Adressen kan inte läsas' });
}

export function addressTooLong(maxBytes: number): Problem {
  const detail = `Adressen får ha högst ${maxBytes} tecken.`;
  return new Problem({ status: 414, code: 'for-lang-adress', title: 'Adressen är för lång', detail });
}

export function unknownFields(errors: readonly ProblemFault[]): Problem {
  const title = 'Innehållet har fält som inte finns';
  return new Problem({ status: 400, code: 'okant-falt', title, detail: countFaults(errors.length), errors });
}

/** A value in the path that cannot name anything, such as an id that is not a UUID. */
export function invalidPathValue(errors: readonly ProblemFault[]): Problem {
  return new Problem({ status: 400, code: 'ogiltigt-varde', title: 'Adressen har ett ogiltigt värde', errors });
}

export function invalidValues(errors: readonly ProblemFault[]): Problem {
  const title = 'Uppgifterna kan inte användas';
  return new Problem({ status: 422, code: 'validering', title, detail: countFaults(errors.length), errors });
}

export function unauthenticated(): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer realm="ramrutt"' };
  return new Problem({ status: 401, code: 'ej-inloggad', title: 'Du behöver logga in', headers });
}

export function forbidden(detail = 'Din roll har inte rätt till detta.'): Problem {
  return new Problem({ status: 403, code: 'saknar-ratt', title: 'Du har inte rätt till detta', detail });
}

/** What does not exist and what is not yours look the same from outside. */
export function notFound(detail = 'Det du söker finns inte, eller så har du inte rätt till det.'): Problem {
  return new Problem({ status: 404, code: 'finns-inte', title: 'Finns inte', detail });
}

export function methodNotAllowed(allow: readonly string[]): Problem {
  const headers = { Allow: allow.join(', ') };
  return new Problem({ status: 405, code: 'fel-metod', title: 'Metoden finns inte här', headers });
}

export function notAcceptable(produces: string): Problem {
  const detail = `Svaret ges som ${produces}.`;
  return new Problem({ status: 406, code: 'fel-svarsformat', title: 'Svaret finns inte i det formatet', detail });
}

export function conflict(code: string, detail: string, members: Readonly<Record<string, unknown>> = {}): Problem {
  return new Problem({ status: 409, code, title: 'Går inte att göra nu', detail, members });
}

export function versionMissing(): Problem {
  const detail = 'Ange den version du ändrar i huvudet If-Match.';
  return new Problem({ status: 428, code: 'version-saknas', title: 'Versionen saknas', detail });
}

/** Someone else saved first. `members` may say who and what, in words the caller may see. */
export function versionChanged(current: number, members: Readonly<Record<string, unknown>> = {}): Problem {
  return new Problem({
    status: 412,
    code: 'andrad-av-annan',
    title: 'Någon annan har ändrat',
    detail: `Den gällande versionen är ${current}. Hämta den och gör om ändringen.`,
    headers: { ETag: `"${current}"` },
    members: { currentVersion: current, ...members },
  });
}

export function contentTooLarge(detail: string): Problem {
  return new Problem({ status: 413, code: 'for-stort', title: 'Innehållet är för stort', detail });
}

export function unsupportedContentType(detail: string): Problem {
  return new Problem({ status: 415, code: 'fel-innehallstyp', title: 'Innehållstypen stöds inte', detail });
}

export function tooMany(code: string, detail: string, retryAfterSeconds: number): Problem {
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return new Problem({ status: 429, code, title: 'För många försök', detail, headers });
}

export function unavailable(): Problem {
  return new Problem({
    status: 503,
    code: 'tillfalligt-otillgangligt',
    title: 'Tillfälligt otillgängligt',
    detail: 'Försök igen om en stund. Inget har sparats.',
    headers: { 'Retry-After': '5' },
  });
}

export function internalFault(): Problem {
  const detail = 'Felet är noterat. Ange numret i instance när du felanmäler.';
  return new Problem({ status: 500, code: 'internt-fel', title: 'Något gick fel', detail });
}

function countFaults(count: number): string {
  return count === 1 ? '1 fel.' : `${count} fel.`;
}
