import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  doorCodeAnswer,
  ownRouteLineQuery,
  ownVisitListQuery,
  routeLineListAnswer,
  visitListAnswer,
  visitListQuery,
  type DoorCodeAnswer,
  type OwnRouteLineQuery,
  type OwnVisitListQuery,
  type RouteLineAnswer,
  type VisitListAnswer,
  type VisitListQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { OwnDoorCodesService } from './own-door-codes.service.js';
import { OwnRouteLinesService } from './own-route-lines.service.js';
import { VisitListsService } from './visit-lists.service.js';

@ApiTags('Besökslistor')
@Controller()
export class VisitListsController {
  constructor(
    private readonly visitLists: VisitListsService,
    private readonly ownRouteLines: OwnRouteLinesService,
    private readonly ownDoorCodes: OwnDoorCodesService,
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

  /** The door code of an own visit that is at hand; each showing leaves a line in the audit log. */
  @Post('visit-lists/mine/visits/:visitId/door-code')
  @HttpCode(200)
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(doorCodeAnswer)
  showDoorCode(@CurrentCaller() caller: Caller, @ZodParam('visitId') visitId: string): Promise<DoorCodeAnswer> {
    return this.ownDoorCodes.show(caller, visitId);
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
