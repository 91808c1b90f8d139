import { Module } from '@nestjs/common';
import { RouteLinesModule } from '../route-lines/route-lines.module.js';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { OwnRouteLinesService } from './own-route-lines.service.js';
import { VisitListRepository } from './visit-list.repository.js';
import { VisitListsController } from './visit-lists.controller.js';
import { VisitListsService } from './visit-lists.service.js';

/** Stage 5 of the flow: the published day on the phone of the one who does it. */
@Module({
  imports: [WeeklyPlansModule, RouteLinesModule],
  controllers: [VisitListsController],
  providers: [VisitListRepository, VisitListsService, OwnRouteLinesService],
})
export class VisitListsModule {}
