import { randomUUID } from 'node:crypto';
import { Controller, Get, Module, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { interval, map } from 'rxjs';
import { z } from 'zod';
import { pageQuery, type PageQuery } from '@hemtjanst/contracts';
import { Database } from '../../src/database/database.js';
import { Access } from '../../src/http/access.js';
import { CurrentCaller, assertUnit, type Caller } from '../../src/http/caller.js';
import { ZodBody, ZodParam, ZodQuery } from '../../src/http/contract.js';
import { EventStreams } from '../../src/http/event-streams.js';
import { Idempotent } from '../../src/http/idempotency.interceptor.js';
import { Produces } from '../../src/http/produces.interceptor.js';
import { IfMatch, assertVersion } from '../../src/http/version.js';

const probeBody = z.strictObject({ name: z.string().trim().min(1).max(50), minutes: z.int().min(0).max(600) });
type ProbeBody = z.infer<typeof probeBody>;

/** Routes made for tests of what stands around every route. */
@Controller('probe')
class ProbeController {
  private handled = 0;

  constructor(
    private readonly database: Database,
    private readonly streams: EventStreams,
  ) {}

  @Post()
  @Access({ roles: ['planerare'] })
  take(@ZodBody(probeBody) body: ProbeBody): ProbeBody {
    return body;
  }

  @Get('units/:unitId')
  @Access({ roles: ['planerare'] })
  ofUnit(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(pageQuery) page: PageQuery,
  ): PageQuery {
    assertUnit(caller, unitId);
    return page;
  }

  /** No @Access: nobody may call it. */
  @Get('forgotten')
  forgotten(): string {
    return 'reached';
  }

  @Put('versioned')
  @Access({ roles: ['planerare'] })
  change(@IfMatch() seen: number): { readonly version: number } {
    assertVersion(seen, 7);
    return { version: 8 };
  }

  @Post('once')
  @Access({ roles: ['planerare'] })
  @Idempotent()
  async once(@ZodBody(probeBody) body: ProbeBody): Promise<{ readonly id: string; readonly count: number }> {
    await this.database.rows('INSERT INTO unit (code, name) VALUES ($1, $1)', [`${body.name}-${randomUUID()}`]);
    await this.database.rows('SELECT pg_sleep($1)', [body.minutes / 1000]);
    this.handled += 1;
    if (body.name === 'fail') throw new Error('a name that must not be shown');
    return { id: randomUUID(), count: this.handled };
  }

  @Get('sql')
  @Access({ roles: ['planerare'] })
  async sql(@Query('statement') statement: string): Promise<readonly unknown[]> {
    return this.database.rows(statement);
  }

  @Get('crash')
  @Access({ roles: ['planerare'] })
  crash(): never {
    throw new TypeError('Anna Andersson, Storgatan 1');
  }

  @Get('stream')
  @Produces('text/event-stream')
  @Access({ roles: ['planerare'] })
  stream(@Req() request: Request, @Res() response: Response): void {
    const events = interval(10).pipe(map((count) => ({ id: `n-${count}`, event: 'count', data: { count } })));
    this.streams.open(request, response, { events, knows: (id) => /^n-\d+$/.test(id) });
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
