import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { RouteLinesModule } from '../route-lines/route-lines.module.js';
import { StaffMeetingsModule } from '../staff-meetings/staff-meetings.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { OwnDoorCodesService } from './own-door-codes.service.js';
import { OwnRouteLinesService } from './own-route-lines.service.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { EmployeeCalendarsController } from './employee-calendars.controller.js';
import { VisitListRepository } from './visit-list.repository.js';
import { VisitListsController } from './visit-lists.controller.js';
import { VisitListsService } from './visit-lists.service.js';
import { WeekSheetRepository } from './week-sheet.repository.js';
import { WeekSheetsController } from './week-sheets.controller.js';
import { WeekSheetsService } from './week-sheets.service.js';

/** Stage 5 of the flow: the published day on the phone of the one who does it. */
@Module({
  imports: [UnitsModule, StaffMeetingsModule, WeeklyPlansModule, RouteLinesModule, BrukareModule],
  controllers: [VisitListsController, CalendarFeedsController, EmployeeCalendarsController, WeekSheetsController],
  providers: [
    VisitListRepository,
    VisitListsService,
    OwnRouteLinesService,
    OwnDoorCodesService,
    CalendarFeedRepository,
    CalendarFeedsService,
    WeekSheetRepository,
    WeekSheetsService,
  ],
})
export class VisitListsModule {}
