import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  listFileQuery,
  planningRuleListAnswer,
  type ListFileQuery,
  type PlanningRuleAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { planningRulesFile } from './planning-rules.file.js';
import { PlanningRulesService } from './planning-rules.service.js';

/** What the planner goes by, so that "Varför här?" has a place to be looked up. */
@ApiTags('Veckoplaner')
@Controller('units/:unitId/planning-rules')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
export class PlanningRulesController {
  constructor(private readonly rules: PlanningRulesService) {}

  @Get()
  @ZodAnswer(planningRuleListAnswer)
  @ListsAlsoAsFile(planningRulesFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly PlanningRuleAnswer[] }> {
    return { items: await this.rules.list(caller, unitId) };
  }
}
