import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  monthClosingAnswer,
  monthClosingListAnswer,
  monthClosingQuery,
  monthPath,
  newMonthClosing,
  reimbursementAnswer,
  reimbursementQuery,
  type MonthClosingAnswer,
  type MonthClosingListAnswer,
  type MonthClosingQuery,
  type NewMonthClosing,
  type ReimbursementAnswer,
  type ReimbursementQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { closedMonthsFile, monthClosingFile, reimbursementFile } from './month-closing.file.js';
import { MonthClosingService } from './month-closing.service.js';

@ApiTags('Uppföljning')
@Controller('units/:unitId')
export class MonthClosingController {
  constructor(private readonly closings: MonthClosingService) {}

  @Post('month-closings')
  @Access({ roles: ['enhetschef'] })
  @Idempotent()
  @ZodAnswer(monthClosingAnswer, 201)
  close(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newMonthClosing) { month }: NewMonthClosing,
  ): Promise<MonthClosingAnswer> {
    return this.closings.close(caller, unitId, month);
  }

  @Get('month-closings')
  @Access({ roles: ['enhetschef'] })
  @ZodAnswer(monthClosingListAnswer)
  @ListsAlsoAsFile(closedMonthsFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(monthClosingQuery) _query: MonthClosingQuery,
  ): Promise<MonthClosingListAnswer> {
    return this.closings.list(caller, unitId);
  }

  @Get('month-closings/:month')
  @Access({ roles: ['enhetschef'] })
  @ZodAnswer(monthClosingAnswer)
  @ListsAlsoAsFile(monthClosingFile)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('month', monthPath) month: string,
    @ZodQuery(monthClosingQuery) _query: MonthClosingQuery,
  ): Promise<MonthClosingAnswer> {
    return this.closings.show(caller, unitId, month);
  }

  @Get('reimbursement')
  @Access({ roles: ['enhetschef'] })
  @ZodAnswer(reimbursementAnswer)
  @ListsAlsoAsFile(reimbursementFile)
  forecast(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(reimbursementQuery) query: ReimbursementQuery,
  ): Promise<ReimbursementAnswer> {
    return this.closings.forecast(caller, unitId, query);
  }
}
