import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ownVisitListQuery,
  visitListAnswer,
  visitListQuery,
  type OwnVisitListQuery,
  type VisitListAnswer,
  type VisitListQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { VisitListsService } from './visit-lists.service.js';

@ApiTags('Besökslistor')
@Controller()
export class VisitListsController {
  constructor(private readonly visitLists: VisitListsService) {}

  @Get('visit-lists/mine')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(visitListAnswer)
  showOwn(
    @CurrentCaller() caller: Caller,
    @ZodQuery(ownVisitListQuery) query: OwnVisitListQuery,
  ): Promise<VisitListAnswer> {
    return this.visitLists.showOwn(caller, query.date ?? null);
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
