import { Module } from '@nestjs/common';
import { RamtidLedgerModule } from '../ramtid-ledger/ramtid-ledger.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ClosedMonths } from './closed-months.service.js';
import { ContinuityController } from './continuity.controller.js';
import { ContinuityRepository } from './continuity.repository.js';
import { ContinuityService } from './continuity.service.js';
import { DeviationsService } from './deviations.service.js';
import { FollowUpListsController } from './follow-up-lists.controller.js';
import { MonthClosingController } from './month-closing.controller.js';
import { MonthClosingRepository } from './month-closing.repository.js';
import { CloseMonthsProcessor } from './close-months.processor.js';
import { KnownFacesController } from './known-faces.controller.js';
import { KnownFacesRepository } from './known-faces.repository.js';
import { KnownFacesService } from './known-faces.service.js';
import { MonthClosingSchedule } from './month-closing-schedule.js';
import { MonthClosingService } from './month-closing.service.js';
import { UnitContinuity } from './unit-continuity.service.js';
import { WatchListRepository } from './watch-list.repository.js';
import { WatchListService } from './watch-list.service.js';

/** What an enhetschef follows up beside the ledger. */
@Module({
  imports: [UnitsModule, RamtidLedgerModule],
  controllers: [ContinuityController, FollowUpListsController, KnownFacesController, MonthClosingController],
  providers: [
    ClosedMonths,
    ContinuityRepository,
    ContinuityService,
    DeviationsService,
    KnownFacesRepository,
    KnownFacesService,
    MonthClosingRepository,
    MonthClosingService,
    MonthClosingSchedule,
    CloseMonthsProcessor,
    UnitContinuity,
    WatchListRepository,
    WatchListService,
  ],
  exports: [ClosedMonths, UnitContinuity],
})
export class FollowUpModule {}
