import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newRamtidOrder,
  ramtidOrderAnswer,
  ramtidOrderChange,
  ramtidOrderPageAnswer,
  ramtidOrderQuery,
  type NewRamtidOrder,
  type RamtidOrderAnswer,
  type RamtidOrderChange,
  type RamtidOrderQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import type { Page } from '../../http/page.js';
import { IfMatch } from '../../http/version.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { ramtidOrdersFile } from './ramtid-orders.file.js';
import { RamtidOrdersService } from './ramtid-orders.service.js';

@ApiTags('Beställningar')
@Controller('units/:unitId/ramtid-orders')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class RamtidOrdersController {
  constructor(private readonly orders: RamtidOrdersService) {}

  @Get()
  @ZodAnswer(ramtidOrderPageAnswer)
  @ListsAlsoAsFile(ramtidOrdersFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(ramtidOrderQuery) query: RamtidOrderQuery,
  ): Promise<Page<RamtidOrderAnswer>> {
    return this.orders.list(caller, unitId, query);
  }

  @Get(':orderId')
  @ZodAnswer(ramtidOrderAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
  ): Promise<RamtidOrderAnswer> {
    return this.orders.show(caller, unitId, orderId);
  }

  @Post()
  @Access({ roles: ['samordnare', 'enhetschef'] })
  @Idempotent()
  @ZodAnswer(ramtidOrderAnswer, 201)
  receive(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newRamtidOrder) order: NewRamtidOrder,
  ): Promise<RamtidOrderAnswer> {
    return this.orders.receive(caller, unitId, order);
  }

  @Patch(':orderId')
  @Access({ roles: ['samordnare', 'enhetschef'] })
  @ZodAnswer(ramtidOrderAnswer)
  change(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('orderId') orderId: string,
    @IfMatch() version: number,
    @ZodBody(ramtidOrderChange) change: RamtidOrderChange,
  ): Promise<RamtidOrderAnswer> {
    return this.orders.change(caller, unitId, orderId, version, change);
  }
}
