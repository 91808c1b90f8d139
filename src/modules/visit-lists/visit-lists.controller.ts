import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ownRouteLineQuery,
  ownVisitListQuery,
  routeLineListAnswer,
  visitListAnswer,
  visitListQuery,
  type OwnRouteLineQuery,
  type OwnVisitListQuery,
  type RouteLineAnswer,
  type VisitListAnswer,
  type VisitListQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { OwnRouteLinesService } from './own-route-lines.service.js';
import { VisitListsService } from './visit-lists.service.js';

@ApiTags('Besökslistor')
@Controller()
export class VisitListsController {
  constructor(
    private readonly visitLists: VisitListsService,
    private readonly ownRouteLines: OwnRouteLinesService,
  ) {}

  @Get('visit-lists/mine')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(visitListAnswer)
  showOwn(
    @CurrentCaller() caller: Caller,
    @ZodQuery(ownVisitListQuery) query: OwnVisitListQuery,
  ): Promise<VisitListAnswer> {
    return this.visitLists.showOwn(caller, query.date ?? null);
  }

  /** The employee's own published day as lines on real streets. */
  @Get('visit-lists/mine/route-lines')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(routeLineListAnswer)
  async drawOwn(
    @CurrentCaller() caller: Caller,
    @ZodQuery(ownRouteLineQuery) query: OwnRouteLineQuery,
  ): Promise<{ readonly items: readonly RouteLineAnswer[] }> {
    return { items: await this.ownRouteLines.draw(caller, query.date) };
  }

  @Get('units/:unitId/visit-lists')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(visitListAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(visitListQuery) query: VisitListQuery,
  ): Promise<VisitListAnswer> {
    return this.visitLists.show(caller, unitId, query.employeeId, query.date);
  }
}
