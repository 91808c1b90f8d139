import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { TravelTimesModule } from '../travel-times/travel-times.module.js';
import { UnitsModule } from '../units/units.module.js';
import { WeeklyPlansModule } from '../weekly-plans/weekly-plans.module.js';
import { DrawRoutes } from './draw-routes.service.js';
import { RouteLinesController } from './route-lines.controller.js';
import { RouteLinesService } from './route-lines.service.js';

/** Stage 4 of the flow on the map: each shift's day as lines on real streets. */
@Module({
  imports: [WeeklyPlansModule, TravelTimesModule, BrukareModule, UnitsModule],
  controllers: [RouteLinesController],
  providers: [DrawRoutes, RouteLinesService],
  exports: [DrawRoutes],
})
export class RouteLinesModule {}
