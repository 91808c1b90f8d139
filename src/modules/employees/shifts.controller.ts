import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  dateRangeQuery,
  newShift,
  shiftAnswer,
  shiftChange,
  shiftListAnswer,
  type DateRangeQuery,
  type NewShift,
  type ShiftAnswer,
  type ShiftChange,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { ShiftsService } from './shifts.service.js';

@ApiTags('Pass')
@Controller('units/:unitId/shifts')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class ShiftsController {
  constructor(private readonly shifts: ShiftsService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal'] })
  @ZodAnswer(shiftListAnswer)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(dateRangeQuery) range: DateRangeQuery,
  ): Promise<{ items: readonly ShiftAnswer[] }> {
    return { items: await this.shifts.list(caller, unitId, range) };
  }

  @Post()
  @Idempotent()
  @ZodAnswer(shiftAnswer, 201)
  create(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newShift) shift: NewShift,
  ): Promise<ShiftAnswer> {
    return this.shifts.create(caller, unitId, shift);
  }

  @Patch(':shiftId')
  @ZodAnswer(shiftAnswer)
  change(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('shiftId') shiftId: string,
    @IfMatch() version: number,
    @ZodBody(shiftChange) change: ShiftChange,
  ): Promise<ShiftAnswer> {
    return this.shifts.change(caller, unitId, shiftId, version, change);
  }

  @Delete(':shiftId')
  @HttpCode(204)
  remove(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('shiftId') shiftId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.shifts.remove(caller, unitId, shiftId, version);
  }
}
