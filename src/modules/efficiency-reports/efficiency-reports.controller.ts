import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  aptReportAnswer,
  aptReportQuery,
  efficiencyReportAnswer,
  efficiencyReportQuery,
  efficiencyTrendAnswer,
  efficiencyTrendQuery,
  reportRecordPage,
  reportRecordsQuery,
  type AptReportAnswer,
  type AptReportQuery,
  type EfficiencyReportAnswer,
  type EfficiencyReportQuery,
  type EfficiencyTrendAnswer,
  type EfficiencyTrendQuery,
  type ReportRecordPage,
  type ReportRecordsQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { AptReportService } from './apt-report.service.js';
import { aptReportFile, efficiencyReportFile, efficiencyTrendFile } from './efficiency-report.file.js';
import { EfficiencyReportsService } from './efficiency-reports.service.js';
import { recordsFile } from './report-record.mapper.js';
import { ReportRecordsService } from './report-records.service.js';

@ApiTags('Effektivitet')
@Controller('units/:unitId')
@Access({ roles: ['enhetschef'] })
export class EfficiencyReportsController {
  constructor(
    private readonly reports: EfficiencyReportsService,
    private readonly records: ReportRecordsService,
    private readonly aptReports: AptReportService,
  ) {}

  @Get('efficiency-report')
  @ZodAnswer(efficiencyReportAnswer)
  @ListsAlsoAsFile(efficiencyReportFile)
  compute(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(efficiencyReportQuery) query: EfficiencyReportQuery,
  ): Promise<EfficiencyReportAnswer> {
    return this.reports.compute(caller, unitId, query);
  }

  @Get('efficiency-report/trend')
  @ZodAnswer(efficiencyTrendAnswer)
  @ListsAlsoAsFile(efficiencyTrendFile)
  trend(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(efficiencyTrendQuery) query: EfficiencyTrendQuery,
  ): Promise<EfficiencyTrendAnswer> {
    return this.reports.trend(caller, unitId, query);
  }

  @Get('efficiency-report/records')
  @ZodAnswer(reportRecordPage)
  @ListsAlsoAsFile(recordsFile)
  listRecords(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(reportRecordsQuery) query: ReportRecordsQuery,
  ): Promise<ReportRecordPage> {
    return this.records.list(caller, unitId, query);
  }

  @Get('apt-report')
  @ZodAnswer(aptReportAnswer)
  @ListsAlsoAsFile(aptReportFile)
  showApt(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(aptReportQuery) query: AptReportQuery,
  ): Promise<AptReportAnswer> {
    return this.aptReports.show(caller, unitId, query);
  }
}
