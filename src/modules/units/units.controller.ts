import { Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  newUnit,
  ROLES,
  settingsCatalogueAnswer,
  settingsHistoryAnswer,
  unitAnswer,
  unitListAnswer,
  unitSettingsAnswer,
  unitSettingsChange,
  type NewUnit,
  type SettingsCatalogueAnswer,
  type SettingsHistoryAnswer,
  type UnitAnswer,
  type UnitSettingsAnswer,
  type UnitSettingsChange,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodBody, ZodParam, ZodQuery } from '../../http/contract.js';
import { Idempotent } from '../../http/idempotency.interceptor.js';
import { IfMatch } from '../../http/version.js';
import { UnitsService } from './units.service.js';
import { settingsCatalogueFile, settingsHistoryFile } from './settings.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { listFileQuery, type ListFileQuery } from '@hemtjanst/contracts';

@ApiTags('Enheter')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Access({ roles: ROLES })
  @ZodAnswer(unitListAnswer)
  async list(@CurrentCaller() caller: Caller): Promise<{ items: readonly UnitAnswer[] }> {
    const units = await this.units.listUnits(caller);
    return { items: units.map(({ id, code, name, timeZone }) => ({ id, code, name, timeZone })) };
  }

  /** The admin who makes a unit reaches it; accounts for others come after it. */
  @Post()
  @Access({ roles: ['admin'] })
  @Idempotent()
  @ZodAnswer(unitAnswer, 201)
  create(@CurrentCaller() caller: Caller, @ZodBody(newUnit) wish: NewUnit): Promise<UnitAnswer> {
    return this.units.openUnit(caller, wish);
  }

  @Get(':unitId/settings')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
  @ZodAnswer(unitSettingsAnswer)
  showSettings(@CurrentCaller() caller: Caller, @ZodParam('unitId') unitId: string): Promise<UnitSettingsAnswer> {
    return this.units.showSettings(caller, unitId);
  }

  /** Every setting with its reason and source, so that who changes one knows what it stands on. */
  @Get(':unitId/settings/catalogue')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
  @ZodAnswer(settingsCatalogueAnswer)
  @ListsAlsoAsFile(settingsCatalogueFile)
  showCatalogue(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<SettingsCatalogueAnswer> {
    return this.units.showCatalogue(caller, unitId);
  }

  @Get(':unitId/settings/history')
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
  @ZodAnswer(settingsHistoryAnswer)
  @ListsAlsoAsFile(settingsHistoryFile)
  showHistory(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(listFileQuery) _query: ListFileQuery,
  ): Promise<SettingsHistoryAnswer> {
    return this.units.showHistory(caller, unitId);
  }

  @Patch(':unitId/settings')
  @Access({ roles: ['enhetschef', 'admin'] })
  @ZodAnswer(unitSettingsAnswer)
  changeSettings(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @IfMatch() version: number,
    @ZodBody(unitSettingsChange) change: UnitSettingsChange,
  ): Promise<UnitSettingsAnswer> {
    return this.units.changeSettings(caller, unitId, version, change);
  }
}
