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
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { deviationFile } from './deviation.mapper.js';
import { DeviationsService } from './deviations.service.js';
import { watchListFile } from './watch-list.file.js';
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
  @ListsAlsoAsFile(deviationFile)
  listDeviations(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(deviationQuery) query: DeviationQuery,
  ): Promise<DeviationListAnswer> {
    return this.deviations.list(caller, unitId, query);
  }

  @Get('watch-list')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(watchListAnswer)
  @ListsAlsoAsFile(watchListFile)
  showWatchList(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(watchListQuery) query: WatchListQuery,
  ): Promise<WatchListAnswer> {
    return this.watchList.show(caller, unitId, query);
  }
}
