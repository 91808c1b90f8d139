import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { contentTooLarge, unsupportedContentType } from './problems.js';

const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
export const UPLOAD_TYPES: readonly string[] = ['application/zip', 'text/csv', 'application/octet-stream'];

const uploads = new WeakMap<Request, Promise<Buffer>>();

/** Is the body of this request a file rather than JSON? */
export function isUpload(request: Request): boolean {
  return UPLOAD_TYPES.includes(mediaTypeOf(request));
}

/** A form with files, which the route's own interceptor reads. */
export function isForm(request: Request): boolean {
  return mediaTypeOf(request) === 'multipart/form-data';
}

function mediaTypeOf(request: Request): string {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The bytes of an uploaded file, at most 10 MB; read once however often it is asked for. */
export function uploadOf(request: Request): Promise<Buffer> {
  const known = uploads.get(request);
  if (known !== undefined) return known;
  const reading = readUpload(request);
  uploads.set(request, reading);
  return reading;
}

/** Controller parameter: `@UploadedBytes() file: Buffer`. */
export const UploadedBytes = createParamDecorator((_option: unknown, context: ExecutionContext) =>
  uploadOf(context.switchToHttp().getRequest<Request>()),
);

async function readUpload(request: Request): Promise<Buffer> {
  if (!isUpload(request)) throw unsupportedContentType(`Skicka filen som ${UPLOAD_TYPES.join(', ')}.`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_UPLOAD_BYTES) throw contentTooLarge(`Högst ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
