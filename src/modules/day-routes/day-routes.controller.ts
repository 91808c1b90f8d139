import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayRouteListAnswer, dayRouteQuery, type DayRouteAnswer, type DayRouteQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { DayRoutesService } from './day-routes.service.js';
import { dayRoutesFile } from './day-routes.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';

@ApiTags('Dagsrutter')
@Controller('units/:unitId/day-routes')
export class DayRoutesController {
  constructor(private readonly dayRoutes: DayRoutesService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(dayRouteListAnswer)
  @ListsAlsoAsFile(dayRoutesFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(dayRouteQuery) query: DayRouteQuery,
  ): Promise<{ readonly items: readonly DayRouteAnswer[] }> {
    return { items: await this.dayRoutes.list(caller, unitId, query) };
  }
}
