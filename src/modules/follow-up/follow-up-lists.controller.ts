import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deviationListAnswer,
  deviationQuery,
  watchListAnswer,
  watchListQuery,
  type DeviationListAnswer,
  type DeviationQuery,
  type WatchListAnswer,
  type WatchListQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { Produces } from '../../http/produces.interceptor.js';
import { DeviationsService } from './deviations.service.js';
import { WatchListService } from './watch-list.service.js';

@ApiTags('Uppföljning')
@Controller('units/:unitId')
export class FollowUpListsController {
  constructor(
    private readonly deviations: DeviationsService,
    private readonly watchList: WatchListService,
  ) {}

  @Get('deviations')
  @Access({ roles: ['samordnare', 'enhetschef'] })
  @ZodAnswer(deviationListAnswer)
  listDeviations(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(deviationQuery) query: DeviationQuery,
  ): Promise<DeviationListAnswer> {
    return this.deviations.list(caller, unitId, query);
  }

  @Get('deviations.csv')
  @Access({ roles: ['samordnare', 'enhetschef'] })
  @Produces('text/csv')
  exportDeviations(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(deviationQuery) query: DeviationQuery,
  ): Promise<string> {
    return this.deviations.exportCsv(caller, unitId, query);
  }

  @Get('watch-list')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(watchListAnswer)
  showWatchList(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(watchListQuery) query: WatchListQuery,
  ): Promise<WatchListAnswer> {
    return this.watchList.show(caller, unitId, query);
  }
}
