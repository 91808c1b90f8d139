import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  avvikelseAnswer,
  avvikelseHandling,
  avvikelseListAnswer,
  avvikelseQuery,
  type AvvikelseAnswer,
  type AvvikelseHandling,
  type AvvikelseListAnswer,
  type AvvikelseQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { avvikelserFile } from './avvikelser.file.js';
import { AvvikelserService } from './avvikelser.service.js';

@ApiTags('Registrerad tid')
@Controller('units/:unitId/avvikelser')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class AvvikelserController {
  constructor(private readonly avvikelser: AvvikelserService) {}

  @Get()
  @ZodAnswer(avvikelseListAnswer)
  @ListsAlsoAsFile(avvikelserFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(avvikelseQuery) query: AvvikelseQuery,
  ): Promise<AvvikelseListAnswer> {
    return this.avvikelser.list(caller, unitId, query);
  }

  /** Idempotent by the avvikelse's own id: the second time is 409. */
  @Post(':avvikelseId/handled')
  @ZodAnswer(avvikelseAnswer, 201)
  handle(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('avvikelseId') avvikelseId: string,
    @ZodBody(avvikelseHandling) handling: AvvikelseHandling,
  ): Promise<AvvikelseAnswer> {
    return this.avvikelser.handle(caller, unitId, avvikelseId, handling);
  }
}
