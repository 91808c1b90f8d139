import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  visitDemandListAnswer,
  visitDemandQuery,
  type VisitDemandListAnswer,
  type VisitDemandQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { visitDemandsFile } from './visit-demands.file.js';
import { VisitDemandsService } from './visit-demands.service.js';

@ApiTags('Besök att planera')
@Controller('units/:unitId/visit-demands')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class VisitDemandsController {
  constructor(private readonly demands: VisitDemandsService) {}

  @Get()
  @ZodAnswer(visitDemandListAnswer)
  @ListsAlsoAsFile(visitDemandsFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(visitDemandQuery) query: VisitDemandQuery,
  ): Promise<VisitDemandListAnswer> {
    return this.demands.listWeek(caller, unitId, query);
  }
}
