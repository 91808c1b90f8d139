import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { UnitsModule } from '../units/units.module.js';
import { LedgerMonths } from './ledger-months.service.js';
import { RamtidLedgerController } from './ramtid-ledger.controller.js';
import { RamtidLedgerRepository } from './ramtid-ledger.repository.js';
import { RamtidLedgerService } from './ramtid-ledger.service.js';

/** Between stages 6 and 7 of the flow: how each order's month stands against its ramtid, and where it is heading. */
@Module({
  imports: [UnitsModule, BrukareModule],
  controllers: [RamtidLedgerController],
  providers: [RamtidLedgerRepository, LedgerMonths, RamtidLedgerService],
  exports: [LedgerMonths],
})
export class RamtidLedgerModule {}
