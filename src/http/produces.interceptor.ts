import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { notAcceptable } from './problems.js';

const PRODUCES_KEY = 'ramrutt:produces';

/** The media type of a route's answer where it is not JSON, e.g. `@Produces('application/geo+json')`. */
export const Produces = (mediaType: string): CustomDecorator => SetMetadata(PRODUCES_KEY, mediaType);

/** Refuses a caller who only accepts something else (406), and labels the answer. */
@Injectable()
export class ProducesInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const own = this.reflector.get<string | undefined>(PRODUCES_KEY, context.getHandler());
    const mediaType = own ?? 'application/json';
    if (http.getRequest<Request>().accepts(mediaType) === false) throw notAcceptable(mediaType);
    if (own !== undefined) http.getResponse<Response>().type(own);
    return next.handle();
  }
}
