import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { routeLineListAnswer, routeLineQuery, type RouteLineAnswer, type RouteLineQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { RouteLinesService } from './route-lines.service.js';

@ApiTags('Karta')
@Controller('units/:unitId/weekly-plans/:planId/route-lines')
export class RouteLinesController {
  constructor(private readonly routeLines: RouteLinesService) {}

  /** The routes of one day of a plan as lines on real streets. */
  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(routeLineListAnswer)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(routeLineQuery) query: RouteLineQuery,
  ): Promise<{ readonly items: readonly RouteLineAnswer[] }> {
    return { items: await this.routeLines.list(caller, unitId, planId, query) };
  }
}
