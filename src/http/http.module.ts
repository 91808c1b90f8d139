import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { EtagInterceptor } from './etag.interceptor.js';
import { EventStreams } from './event-streams.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ListCodes } from './list-codes.js';
import { ProblemFilter } from './problem.filter.js';
import { ProducesInterceptor } from './produces.interceptor.js';

/** What stands around every route. Interceptors run in the order written here. */
@Global()
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ProducesInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    EventStreams,
    ListCodes,
  ],
  exports: [EventStreams],
})
export class HttpModule {}
