import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { newWhatIf, whatIfAnswer, whatIfListAnswer, type NewWhatIf, type WhatIfAnswer } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { WhatIfsService } from './what-ifs.service.js';

@ApiTags('Effektivitet')
@Controller('units/:unitId/what-ifs')
@Access({ roles: ['planerare', 'enhetschef'] })
export class WhatIfsController {
  constructor(private readonly whatIfs: WhatIfsService) {}

  @Post()
  @HttpCode(202)
  @Idempotent()
  @ZodAnswer(whatIfAnswer, 202)
  ask(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newWhatIf) question: NewWhatIf,
  ): Promise<WhatIfAnswer> {
    return this.whatIfs.ask(caller, unitId, question);
  }

  @Get()
  @ZodAnswer(whatIfListAnswer)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
  ): Promise<{ readonly items: readonly WhatIfAnswer[] }> {
    return { items: await this.whatIfs.list(caller, unitId) };
  }

  @Get(':whatIfId')
  @ZodAnswer(whatIfAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('whatIfId') whatIfId: string,
  ): Promise<WhatIfAnswer> {
    return this.whatIfs.show(caller, unitId, whatIfId);
  }
}
