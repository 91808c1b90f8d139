import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { continuityAnswer, continuityQuery, type ContinuityAnswer, type ContinuityQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { continuityFile } from './continuity.file.js';
import { ContinuityService } from './continuity.service.js';

@ApiTags('Uppföljning')
@Controller('units/:unitId/continuity')
export class ContinuityController {
  constructor(private readonly continuity: ContinuityService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(continuityAnswer)
  @ListsAlsoAsFile(continuityFile)
  compute(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(continuityQuery) query: ContinuityQuery,
  ): Promise<ContinuityAnswer> {
    return this.continuity.compute(caller, unitId, query);
  }
}
