import {
  Injectable,
  SetMetadata,
  StreamableFile,
  applyDecorators,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { ListCodes } from './list-codes.js';
import type { ListFile } from './list-file.js';
import { notAcceptable } from './problems.js';
import { MEDIA_TYPES, writeListFile, type FileFormat } from './write-list-file.js';

const PRODUCES_KEY = 'ramrutt:produces';
const LIST_FILE_KEY = 'ramrutt:list-file';

/** The media type of a route's answer where it is not JSON, e.g. `@Produces('application/geo+json')`. */
export const Produces = (mediaType: string): CustomDecorator => SetMetadata(PRODUCES_KEY, mediaType);

/**
 * The route's JSON answer is a list that `?format=csv` or `?format=xlsx` gives as a file, through the same access rules and
 * the same reading. The contract of the query holds `format: listFormat`.
 *
 * @example `@ListsAlsoAsFile(deviationFile)`
 */
export const ListsAlsoAsFile = <Answer>(toFile: (answer: Answer) => ListFile): MethodDecorator =>
  applyDecorators(
    SetMetadata(LIST_FILE_KEY, toFile),
    ApiProduces('application/json', ...Object.values(MEDIA_TYPES).map((type) => type.replace(/;.*/, ''))),
  );

/** Refuses a caller who only accepts something else (406), and labels the answer. */
@Injectable()
export class ProducesInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly codes: ListCodes,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const toFile = this.reflector.get<ToListFile | undefined>(LIST_FILE_KEY, context.getHandler());
    const format = toFile === undefined ? null : fileFormatOf(request);
    if (toFile !== undefined && format !== null) return this.asFile(next, toFile, format, request, response);
    const own = this.reflector.get<string | undefined>(PRODUCES_KEY, context.getHandler());
    const mediaType = own ?? 'application/json';
    if (request.accepts(mediaType) === false) throw notAcceptable(mediaType);
    if (own !== undefined) response.type(own);
    return next.handle();
  }

  private asFile(
    next: CallHandler,
    toFile: ToListFile,
    format: FileFormat,
    request: Request,
    response: Response,
  ): Observable<unknown> {
    const mediaType = MEDIA_TYPES[format];
    if (request.accepts(mediaType.replace(/;.*/, '')) === false) throw notAcceptable(mediaType);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const file = await this.codes.write(toFile(answer));
        const content = await writeListFile(file, format);
        response.type(mediaType);
        response.setHeader('Content-Disposition', `attachment; filename="${file.name}.${format}"`);
        return new StreamableFile(content);
      }),
    );
  }
}

type ToListFile = (answer: unknown) => ListFile;

function fileFormatOf({ query }: Request): FileFormat | null {
  return query.format === 'csv' || query.format === 'xlsx' ? query.format : null;
}
