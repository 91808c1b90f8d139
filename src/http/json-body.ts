import type { NextFunction, Request, Response } from 'express';
import { contentTooLarge, invalidJson, invalidValues, unsupportedContentType } from './problems.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { parseStrictJson } from './strict-json.js';

const MAX_BODY_BYTES = 256 * 1024;
const METHODS_WITH_BODY: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** A form with files: its route reads it, with limits of its own. */
export function isForm(request: Request): boolean {
  return /^multipart\/form-data *(;|$)/i.test(request.headers['content-type'] ?? '');
}

/** Reads a JSON body strictly into `request.body`; leaves a form alone. */
export function readJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS_WITH_BODY.includes(request.method) || !hasBody(request)) {
    next();
    return;
  }
  if (isForm(request)) {
    next();
    return;
  }
  readBody(request, contentTypeOf(request))
    .then((body) => {
      request.body = body;
      next();
    })
    .catch((error: unknown) => {
      if (error instanceof Problem) {
        response.setHeader('Connection', 'close');
        sendProblem(response, error);
      } else next(error);
    });
}

async function readBody(request: Request, type: ContentType | null): Promise<unknown> {
  if (type === null || !/^application\/(json|[a-z0-9.+-]+\+json)$/.test(type.media)) {
    throw unsupportedContentType('Skicka innehållet som application/json.');
  }
  if (type.charset !== null && type.charset !== 'utf-8')
    throw unsupportedContentType('Teckenkodningen ska vara UTF-8.');
  if (request.headers['content-encoding'] !== undefined)
    throw unsupportedContentType('Skicka innehållet okomprimerat.');
  const text = decodeUtf8(await collect(request));
  const parsed = parseStrictJson(text);
  switch (parsed.kind) {
    case 'malformed':
      throw invalidJson(parsed.detail);
    case 'values':
      throw invalidValues(parsed.faults);
    case 'ok':
      if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
        throw invalidJson('Innehållet ska vara ett objekt.');
      }
      return parsed.value;
  }
}

async function collect(request: Request): Promise<Buffer> {
  const tooLarge = contentTooLarge(`Högst ${MAX_BODY_BYTES / 1024} kB.`);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw invalidJson('Innehållet är inte giltig UTF-8.');
  }
}

interface ContentType {
  readonly media: string;
  readonly charset: string | null;
}

/** Null when missing or not of the form RFC 9110 gives (a tab before `;` has fooled validators: CVE-2026-25223). */
function contentTypeOf(request: Request): ContentType | null {
  const header = request.headers['content-type'];
  const match = /^([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)(?: *; *charset="?([a-z0-9-]+)"?)?$/i.exec(header ?? '');
  const media = match?.[1];
  return media === undefined ? null : { media: media.toLowerCase(), charset: match?.[2]?.toLowerCase() ?? null };
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}
