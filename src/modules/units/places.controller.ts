import { Controller, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newPremises,
  newWorkGroup,
  premisesAnswer,
  premisesChange,
  premisesListAnswer,
  ROLES,
  workGroupAnswer,
  workGroupAreaAnswer,
  workGroupAreaChange,
  workGroupAreaListAnswer,
  workGroupChange,
  workGroupListAnswer,
  type NewPremises,
  type NewWorkGroup,
  type PremisesAnswer,
  type PremisesChange,
  type WorkGroupAnswer,
  type WorkGroupAreaAnswer,
  type WorkGroupAreaChange,
  type WorkGroupChange,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { PlaceChangesService } from './place-changes.service.js';
import { PlacesService } from './places.service.js';

/** Premises and work groups: everybody of the unit reads them, those who answer for the unit change them. */
@ApiTags('Lokaler och grupper')
@Controller('units/:unitId')
@Access({ roles: ['samordnare', 'enhetschef', 'admin'] })
export class PlacesController {
  constructor(
    private readonly places: PlacesService,
    private readonly changes: PlaceChangesService,
  ) {}

  @Get('premises')
  @Access({ roles: ROLES })
  @ZodAnswer(premisesListAnswer)
  async listPremises(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
  ): Promise<{ items: readonly PremisesAnswer[] }> {
    return { items: await this.places.listPremises(caller, unitId) };
  }

  @Post('premises')
  @Idempotent()
  @ZodAnswer(premisesAnswer, 201)
  createPremises(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newPremises) wish: NewPremises,
  ): Promise<PremisesAnswer> {
    return this.changes.createPremises(caller, unitId, wish);
  }

  @Patch('premises/:premisesId')
  @ZodAnswer(premisesAnswer)
  changePremises(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('premisesId') premisesId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(premisesChange) change: PremisesChange,
  ): Promise<PremisesAnswer> {
    return this.changes.changePremises(caller, unitId, premisesId, seenVersion, change);
  }

  @Get('work-groups')
  @Access({ roles: ROLES })
  @ZodAnswer(workGroupListAnswer)
  async listWorkGroups(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
  ): Promise<{ items: readonly WorkGroupAnswer[] }> {
    return { items: await this.places.listWorkGroups(caller, unitId) };
  }

  @Get('work-groups/areas')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
  @ZodAnswer(workGroupAreaListAnswer)
  async listAreas(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
  ): Promise<{ items: readonly WorkGroupAreaAnswer[] }> {
    return { items: await this.places.listAreas(caller, unitId) };
  }

  /** The area as it was drawn on the map; the group's brukare stay in their group. */
  @Put('work-groups/:workGroupId/area')
  @ZodAnswer(workGroupAreaAnswer)
  drawArea(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('workGroupId') workGroupId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(workGroupAreaChange) { area }: WorkGroupAreaChange,
  ): Promise<WorkGroupAreaAnswer> {
    return this.changes.drawArea(caller, unitId, workGroupId, seenVersion, area);
  }

  @Post('work-groups')
  @Idempotent()
  @ZodAnswer(workGroupAnswer, 201)
  createWorkGroup(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodBody(newWorkGroup) wish: NewWorkGroup,
  ): Promise<WorkGroupAnswer> {
    return this.changes.createWorkGroup(caller, unitId, wish);
  }

  @Patch('work-groups/:workGroupId')
  @ZodAnswer(workGroupAnswer)
  changeWorkGroup(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('workGroupId') workGroupId: string,
    @IfMatch() seenVersion: number,
    @ZodBody(workGroupChange) change: WorkGroupChange,
  ): Promise<WorkGroupAnswer> {
    return this.changes.changeWorkGroup(caller, unitId, workGroupId, seenVersion, change);
  }
}
