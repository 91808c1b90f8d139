import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  listFileQuery,
  newWhatIf,
  whatIfAnswer,
  whatIfListAnswer,
  type ListFileQuery,
  type NewWhatIf,
  type WhatIfAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { whatIfsFile } from './what-ifs.file.js';
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
  @ListsAlsoAsFile(whatIfsFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
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
