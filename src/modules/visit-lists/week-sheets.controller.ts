import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { weekSheetAnswer, weekSheetQuery, type WeekSheetAnswer, type WeekSheetQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { weekSheetFile } from './week-sheet.mapper.js';
import { WeekSheetsService } from './week-sheets.service.js';

@ApiTags('Besökslistor')
@Controller('units/:unitId/weekly-plans/:planId/week-sheet')
export class WeekSheetsController {
  constructor(private readonly sheets: WeekSheetsService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(weekSheetAnswer)
  @ListsAlsoAsFile(weekSheetFile)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('planId') planId: string,
    @ZodQuery(weekSheetQuery) query: WeekSheetQuery,
  ): Promise<WeekSheetAnswer> {
    return this.sheets.show(caller, unitId, planId, query);
  }
}
