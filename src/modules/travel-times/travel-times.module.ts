import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { UnitsModule } from '../units/units.module.js';
import { TravelCacheRepository } from './travel-cache.repository.js';
import { TravelLegsController } from './travel-legs.controller.js';
import { TravelLegsService } from './travel-legs.service.js';
import { TravelTimes } from './travel-times.service.js';

/** Travel times between addresses, for planning, for the honesty check before publishing, and to look at part by part. */
@Module({
  imports: [UnitsModule, BrukareModule],
  controllers: [TravelLegsController],
  providers: [TravelCacheRepository, TravelTimes, TravelLegsService],
  exports: [TravelTimes],
})
export class TravelTimesModule {}
