import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  efficiencyReportAnswer,
  efficiencyReportQuery,
  type EfficiencyReportAnswer,
  type EfficiencyReportQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { EfficiencyReportsService } from './efficiency-reports.service.js';

@ApiTags('Effektivitet')
@Controller('units/:unitId/efficiency-report')
export class EfficiencyReportsController {
  constructor(private readonly reports: EfficiencyReportsService) {}

  @Get()
  @Access({ roles: ['enhetschef'] })
  @ZodAnswer(efficiencyReportAnswer)
  compute(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(efficiencyReportQuery) query: EfficiencyReportQuery,
  ): Promise<EfficiencyReportAnswer> {
    return this.reports.compute(caller, unitId, query);
  }
}
