import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { travelLegAnswer, travelLegQuery, type TravelLegAnswer, type TravelLegQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { TravelLegsService } from './travel-legs.service.js';

@ApiTags('Restider')
@Controller('units/:unitId/travel-legs')
export class TravelLegsController {
  constructor(private readonly legs: TravelLegsService) {}

  /** What one way takes from door to door, part by part: ride, winter, bike, key, stairs. */
  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(travelLegAnswer)
  show(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(travelLegQuery) query: TravelLegQuery,
  ): Promise<TravelLegAnswer> {
    return this.legs.show(caller, unitId, query);
  }
}
