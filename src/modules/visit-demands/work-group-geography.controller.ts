import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { workGroupGeographyAnswer } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam } from '../../http/contract.js';
import type { WorkGroupGeography } from '../../unit-folder/areas/work-group-geography.js';
import { WorkGroupGeographyService } from './work-group-geography.service.js';

@ApiTags('Enheter')
@Controller('units/:unitId/work-groups/geography')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
export class WorkGroupGeographyController {
  constructor(private readonly geography: WorkGroupGeographyService) {}

  @Get()
  @ZodAnswer(workGroupGeographyAnswer)
  show(@CurrentCaller() caller: Caller, @ZodParam('unitId') unitId: string): Promise<WorkGroupGeography> {
    return this.geography.show(caller, unitId);
  }
}
