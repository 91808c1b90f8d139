import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  brukareGenomforandeplanAnswer,
  genomforandeplanAnswer,
  genomforandeplanVersionListAnswer,
  newFollowUp,
  planVersionPath,
  type BrukareGenomforandeplanAnswer,
  type GenomforandeplanAnswer,
  type GenomforandeplanVersionListAnswer,
  type NewFollowUp,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { PlanHistoryService } from './plan-history.service.js';
import { planVersionsFile } from './plan-versions.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { listFileQuery, type ListFileQuery } from '@hemtjanst/contracts';

/** The kontaktman (role omsorgspersonal) reaches the plans of his or her own brukare. */
@ApiTags('Genomförandeplaner')
@Controller('units/:unitId')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal'] })
export class PlanHistoryController {
  constructor(private readonly history: PlanHistoryService) {}

  @Get('brukare/:brukareId/genomforandeplan')
  @ZodAnswer(brukareGenomforandeplanAnswer)
  showOfBrukare(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
  ): Promise<BrukareGenomforandeplanAnswer> {
    return this.history.showOfBrukare(caller, unitId, brukareId);
  }

  @Get('ramtid-orders/:orderId/genomforandeplan/versions')
  @ZodAnswer(genomforandeplanVersionListAnswer)
  @ListsAlsoAsFile(planVersionsFile)
  listVersions(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<GenomforandeplanVersionListAnswer> {
    return this.history.listVersions(caller, unitId, orderId);
  }

  @Get('ramtid-orders/:orderId/genomforandeplan/versions/:version')
  @ZodAnswer(genomforandeplanAnswer)
  showVersion(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @ZodParam('version', planVersionPath) version: string,
  ): Promise<GenomforandeplanAnswer> {
    return this.history.showVersion(caller, unitId, orderId, version);
  }

  @Post('ramtid-orders/:orderId/genomforandeplan/follow-ups')
  @Idempotent()
  @ZodAnswer(genomforandeplanAnswer, 201)
  recordFollowUp(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @ZodBody(newFollowUp) wish: NewFollowUp,
  ): Promise<GenomforandeplanAnswer> {
    return this.history.recordFollowUp(caller, unitId, orderId, wish);
  }
}
