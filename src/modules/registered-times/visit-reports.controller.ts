import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newVisitReport,
  visitReportAnswer,
  visitReportDecision,
  visitReportListAnswer,
  visitReportQuery,
  type NewVisitReport,
  type VisitReportAnswer,
  type VisitReportDecision,
  type VisitReportQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { visitReportsFile } from './visit-reports.file.js';
import { VisitReportsService } from './visit-reports.service.js';

interface VisitReportList {
  readonly items: readonly VisitReportAnswer[];
}

@ApiTags('Registrerad tid')
@Controller()
export class VisitReportsController {
  constructor(private readonly reports: VisitReportsService) {}

  /** The report's own id makes it idempotent: no further key is needed from a phone. */
  @Post('visit-reports')
  @HttpCode(202)
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(visitReportAnswer, 202)
  report(@CurrentCaller() caller: Caller, @ZodBody(newVisitReport) report: NewVisitReport): Promise<VisitReportAnswer> {
    return this.reports.report(caller, report);
  }

  @Get('visit-reports/mine')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(visitReportListAnswer)
  async listOwn(@CurrentCaller() caller: Caller): Promise<VisitReportList> {
    return { items: await this.reports.listOwn(caller) };
  }

  @Get('units/:unitId/visit-reports')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(visitReportListAnswer)
  @ListsAlsoAsFile(visitReportsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(visitReportQuery) query: VisitReportQuery,
  ): Promise<VisitReportList> {
    return { items: await this.reports.list(caller, unitId, query) };
  }

  @Post('units/:unitId/visit-reports/:reportId/decision')
  @HttpCode(200)
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(visitReportAnswer)
  decide(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('reportId') reportId: string,
    @ZodBody(visitReportDecision) decision: VisitReportDecision,
  ): Promise<VisitReportAnswer> {
    return this.reports.decide(caller, unitId, reportId, decision);
  }
}
