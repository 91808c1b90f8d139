import { Module } from '@nestjs/common';
import { RamtidLedgerModule } from '../ramtid-ledger/ramtid-ledger.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ContinuityController } from './continuity.controller.js';
import { ContinuityRepository } from './continuity.repository.js';
import { ContinuityService } from './continuity.service.js';

/** What an enhetschef follows up beside the ledger. */
@Module({
  imports: [UnitsModule, RamtidLedgerModule],
  controllers: [ContinuityController],
  providers: [ContinuityRepository, ContinuityService],
})
export class FollowUpModule {}
