import { Module } from '@nestjs/common';
import { TravelCacheRepository } from './travel-cache.repository.js';
import { TravelTimes } from './travel-times.service.js';

/** Travel times between addresses, for planning and for the honesty check before publishing. */
@Module({ providers: [TravelCacheRepository, TravelTimes], exports: [TravelTimes] })
export class TravelTimesModule {}
