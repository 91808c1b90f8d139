import { Module } from '@nestjs/common';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { DayRoutesController } from './day-routes.controller.js';
import { DayRoutesService } from './day-routes.service.js';

/** Stage 4 of the flow: the plan day by day. */
@Module({ imports: [WeeklyPlansModule], controllers: [DayRoutesController], providers: [DayRoutesService] })
export class DayRoutesModule {}
