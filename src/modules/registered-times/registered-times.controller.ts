import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newCorrection,
  ownRegisteredTimeQuery,
  registeredEvent,
  registeredEventAnswer,
  registeredEventBatch,
  registeredEventBatchAnswer,
  registeredTimeAnswer,
  registeredTimeListAnswer,
  registeredTimeQuery,
  type NewCorrection,
  type OwnRegisteredTimeQuery,
  type RegisteredEvent,
  type RegisteredEventAnswer,
  type RegisteredEventBatch,
  type RegisteredEventBatchAnswer,
  type RegisteredTimeAnswer,
  type RegisteredTimeQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { registeredTimesFile } from './registered-times.file.js';
import { ReceiveEventsService } from './receive-events.service.js';
import { RegisteredTimesService } from './registered-times.service.js';

interface RegisteredTimeList {
  readonly items: readonly RegisteredTimeAnswer[];
}

@ApiTags('Registrerad tid')
@Controller()
export class RegisteredTimesController {
  constructor(
    private readonly receiveEvents: ReceiveEventsService,
    private readonly registeredTimes: RegisteredTimesService,
  ) {}

  /** The event's own id makes it idempotent: no further key is needed from a phone. */
  @Post('registered-times')
  @HttpCode(202)
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(registeredEventAnswer, 202)
  receive(
    @CurrentCaller() caller: Caller,
    @ZodBody(registeredEvent) event: RegisteredEvent,
  ): Promise<RegisteredEventAnswer> {
    return this.receiveEvents.receive(caller, event);
  }

  @Post('registered-times/batch')
  @HttpCode(202)
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(registeredEventBatchAnswer, 202)
  receiveBatch(
    @CurrentCaller() caller: Caller,
    @ZodBody(registeredEventBatch) batch: RegisteredEventBatch,
  ): Promise<RegisteredEventBatchAnswer> {
    return this.receiveEvents.receiveBatch(caller, batch);
  }

  @Get('registered-times/mine')
  @Access({ roles: ['omsorgspersonal'] })
  @ZodAnswer(registeredTimeListAnswer)
  async listOwn(
    @CurrentCaller() caller: Caller,
    @ZodQuery(ownRegisteredTimeQuery) query: OwnRegisteredTimeQuery,
  ): Promise<RegisteredTimeList> {
    return { items: await this.registeredTimes.listOwn(caller, query.date) };
  }

  @Get('units/:unitId/registered-times')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(registeredTimeListAnswer)
  @ListsAlsoAsFile(registeredTimesFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(registeredTimeQuery) query: RegisteredTimeQuery,
  ): Promise<RegisteredTimeList> {
    return { items: await this.registeredTimes.list(caller, unitId, query) };
  }

  /** Idempotent by the correction's own id. */
  @Post('units/:unitId/registered-times/:registeredTimeId/corrections')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(registeredTimeAnswer, 201)
  correct(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('registeredTimeId') registeredTimeId: string,
    @ZodBody(newCorrection) correction: NewCorrection,
  ): Promise<RegisteredTimeAnswer> {
    return this.registeredTimes.correct(caller, unitId, registeredTimeId, correction);
  }
}
