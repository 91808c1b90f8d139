import { Module } from '@nestjs/common';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { ImportRegistrationsService } from './import-registrations.service.js';
import { ReceiveEventsService } from './receive-events.service.js';
import { RegisteredTimeRepository } from './registered-time.repository.js';
import { RegisteredTimesController } from './registered-times.controller.js';
import { RegisteredTimesService } from './registered-times.service.js';

/** Stage 6 of the flow: what was done, as it was registered, and what was corrected afterwards. */
@Module({
  imports: [WeeklyPlansModule],
  controllers: [RegisteredTimesController],
  providers: [RegisteredTimeRepository, ReceiveEventsService, RegisteredTimesService, ImportRegistrationsService],
  exports: [RegisteredTimesService],
})
export class RegisteredTimesModule {}
