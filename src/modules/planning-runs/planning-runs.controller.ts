import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { planningRunAnswer, planningRunListAnswer, type PlanningRunAnswer } from '@hemtjanst/contracts';
import type { Request, Response } from 'express';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { EventStreams } from '../../http/event-streams.js';
import { Produces } from '../../http/produces.interceptor.js';
import { PlanningRunsService } from './planning-runs.service.js';
import { planningRunsFile } from './planning-runs.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { listFileQuery, type ListFileQuery } from '@hemtjanst/contracts';

@ApiTags('Planeringskörningar')
@Controller('units/:unitId/planning-runs')
export class PlanningRunsController {
  constructor(
    private readonly planningRuns: PlanningRunsService,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(planningRunListAnswer)
  @ListsAlsoAsFile(planningRunsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<{ readonly items: readonly PlanningRunAnswer[] }> {
    return { items: await this.planningRuns.list(caller, unitId) };
  }

  @Get(':runId')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(planningRunAnswer)
  get(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('runId') runId: string,
  ): Promise<PlanningRunAnswer> {
    return this.planningRuns.get(caller, unitId, runId);
  }

  @Get(':runId/progress')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @Produces('text/event-stream')
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Server-sent events: hela läget vid varje ändring, tills körningen är slut' })
  async watch(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('runId') runId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const events = await this.planningRuns.watch(caller, unitId, runId);
    this.streams.open(request, response, { events, knows: (id) => this.planningRuns.knowsEvent(id) });
  }

  /** Cancelling twice has the effect of once: the second is told that the run has ended. */
  @Post(':runId/cancel')
  @HttpCode(202)
  @Access({ roles: ['planerare', 'samordnare'] })
  @ZodAnswer(planningRunAnswer, 202)
  cancel(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('runId') runId: string,
  ): Promise<PlanningRunAnswer> {
    return this.planningRuns.cancel(caller, unitId, runId);
  }
}
