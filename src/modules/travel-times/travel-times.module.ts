import { Module } from '@nestjs/common';
import { TravelTimes } from './travel-times.service.js';

/** Travel times between addresses, for planning and for the honesty check before publishing. */
@Module({ providers: [TravelTimes], exports: [TravelTimes] })
export class TravelTimesModule {}
