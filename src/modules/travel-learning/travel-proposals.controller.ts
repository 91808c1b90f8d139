import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  travelProposalAnswer,
  travelProposalPageAnswer,
  travelProposalQuery,
  travelProposalRefresh,
  travelProposalRefreshAnswer,
  type TravelProposalAnswer,
  type TravelProposalQuery,
  type TravelProposalRefresh,
  type TravelProposalRefreshAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import type { Page } from '../../http/page.js';
import { IfMatch } from '../../http/version.js';
import { TravelLearningService } from './travel-learning.service.js';
import { TravelProposalsService } from './travel-proposals.service.js';
import { travelProposalsFile } from './travel-proposals.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';

@ApiTags('Restider')
@Controller('units/:unitId/travel-proposals')
@Access({ roles: ['planerare', 'enhetschef'] })
export class TravelProposalsController {
  constructor(
    private readonly learning: TravelLearningService,
    private readonly proposals: TravelProposalsService,
  ) {}

  @Get()
  @ZodAnswer(travelProposalPageAnswer)
  @ListsAlsoAsFile(travelProposalsFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(travelProposalQuery) query: TravelProposalQuery,
  ): Promise<Page<TravelProposalAnswer>> {
    return this.proposals.list(caller, unitId, query);
  }

  @Post('refresh')
  @HttpCode(200)
  @Idempotent()
  @ZodAnswer(travelProposalRefreshAnswer)
  refresh(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(travelProposalRefresh) wish: TravelProposalRefresh,
  ): Promise<TravelProposalRefreshAnswer> {
    return this.learning.refresh(caller, unitId, wish);
  }

  @Post(':proposalId/accept')
  @HttpCode(200)
  @Idempotent()
  @ZodAnswer(travelProposalAnswer)
  accept(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('proposalId') proposalId: string,
    @IfMatch() version: number,
  ): Promise<TravelProposalAnswer> {
    return this.proposals.accept(caller, unitId, proposalId, version);
  }

  @Post(':proposalId/decline')
  @HttpCode(200)
  @Idempotent()
  @ZodAnswer(travelProposalAnswer)
  decline(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('proposalId') proposalId: string,
    @IfMatch() version: number,
  ): Promise<TravelProposalAnswer> {
    return this.proposals.decline(caller, unitId, proposalId, version);
  }
}
