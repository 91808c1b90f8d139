import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  brukareLedgerAnswer,
  brukareLedgerQuery,
  ramtidLedgerAnswer,
  ramtidLedgerQuery,
  type BrukareLedgerAnswer,
  type BrukareLedgerQuery,
  type RamtidLedgerAnswer,
  type RamtidLedgerQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { brukareLedgerFile, ramtidLedgerFile } from './ramtid-ledger.file.js';
import { RamtidLedgerService } from './ramtid-ledger.service.js';

@ApiTags('Ramtid')
@Controller('units/:unitId')
export class RamtidLedgerController {
  constructor(private readonly ledger: RamtidLedgerService) {}

  @Get('ramtid-ledger')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(ramtidLedgerAnswer)
  @ListsAlsoAsFile(ramtidLedgerFile)
  list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(ramtidLedgerQuery) query: RamtidLedgerQuery,
  ): Promise<RamtidLedgerAnswer> {
    return this.ledger.listMonth(caller, unitId, query);
  }

  @Get('brukare/:brukareId/ramtid-ledger')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(brukareLedgerAnswer)
  @ListsAlsoAsFile(brukareLedgerFile)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('brukareId') brukareId: string,
    @ZodQuery(brukareLedgerQuery) query: BrukareLedgerQuery,
  ): Promise<BrukareLedgerAnswer> {
    return this.ledger.showBrukare(caller, unitId, brukareId, query);
  }
}
