import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  absenceAnswer,
  absenceListAnswer,
  brukareAnswer,
  brukareChange,
  brukarePageAnswer,
  brukareQuery,
  dateRangeQuery,
  doorCodeChange,
  newAbsence,
  newBrukare,
  type AbsenceAnswer,
  type BrukareAnswer,
  type BrukareChange,
  type BrukareQuery,
  type DateRangeQuery,
  type DoorCodeChange,
  type NewAbsence,
  type NewBrukare,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import type { Page } from '../../http/page.js';
import { IfMatch } from '../../http/version.js';
import { BrukareAbsencesService } from './brukare-absences.service.js';
import { BrukareService } from './brukare.service.js';
import { DoorCodesService } from './door-codes.service.js';

@ApiTags('Brukare')
@Controller('units/:unitId')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class BrukareController {
  constructor(
    private readonly brukare: BrukareService,
    private readonly absences: BrukareAbsencesService,
    private readonly doorCodes: DoorCodesService,
  ) {}

  @Get('brukare')
  @ZodAnswer(brukarePageAnswer)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(brukareQuery) query: BrukareQuery,
  ): Promise<Page<BrukareAnswer>> {
    return this.brukare.list(caller, unitId, query);
  }

  @Get('brukare/:brukareId')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal'] })
  @ZodAnswer(brukareAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
  ): Promise<BrukareAnswer> {
    return this.brukare.show(caller, unitId, brukareId);
  }

  @Post('brukare')
  @Idempotent()
  @ZodAnswer(brukareAnswer, 201)
  create(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newBrukare) brukare: NewBrukare,
  ): Promise<BrukareAnswer> {
    return this.brukare.create(caller, unitId, brukare);
  }

  @Patch('brukare/:brukareId')
  @ZodAnswer(brukareAnswer)
  change(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
    @IfMatch() version: number,
    @ZodBody(brukareChange) change: BrukareChange,
  ): Promise<BrukareAnswer> {
    return this.brukare.change(caller, unitId, brukareId, version, change);
  }

  /** A new door code, or none. The office writes it and never reads it: it is shown at the door only. */
  @Put('brukare/:brukareId/door-code')
  @HttpCode(204)
  changeDoorCode(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
    @ZodBody(doorCodeChange) change: DoorCodeChange,
  ): Promise<void> {
    return this.doorCodes.change(caller, unitId, brukareId, change.code);
  }

  @Get('brukare-absences')
  @ZodAnswer(absenceListAnswer)
  async listAbsences(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(dateRangeQuery) range: DateRangeQuery,
  ): Promise<{ items: readonly AbsenceAnswer[] }> {
    return { items: await this.absences.list(caller, unitId, range) };
  }

  @Post('brukare/:brukareId/absences')
  @Idempotent()
  @ZodAnswer(absenceAnswer, 201)
  createAbsence(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
    @ZodBody(newAbsence) absence: NewAbsence,
  ): Promise<AbsenceAnswer> {
    return this.absences.create(caller, unitId, brukareId, absence);
  }

  @Delete('brukare-absences/:absenceId')
  @HttpCode(204)
  removeAbsence(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('absenceId') absenceId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.absences.remove(caller, unitId, absenceId, version);
  }
}
