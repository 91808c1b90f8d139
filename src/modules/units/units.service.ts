import { Injectable } from '@nestjs/common';
import type {
  NewUnit,
  SettingsCatalogueAnswer,
  SettingsHistoryAnswer,
  UnitAnswer,
  UnitSettingsAnswer,
  UnitSettingsChange,
} from '@hemtjanst/contracts';
import type { UnitSettings } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { assertVersion } from '../../http/version.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { rowFromChange, settingsFromRow, settingsToContract } from './unit-settings.mapper.js';
import { settingsCatalogue, settingsHistory } from './settings-catalogue.mapper.js';
import { UnitRepository, type KeptSettings, type KeptUnit } from './unit.repository.js';

/** The units and what each has decided for itself. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly accounts: AccountsService,
    private readonly auditLog: AuditLog,
  ) {}

  listUnits(caller: Caller): Promise<readonly KeptUnit[]> {
    return this.units.findUnits(caller.unitIds);
  }

  findUnitByCode(code: string): Promise<KeptUnit | null> {
    return this.units.findUnitByCode(code);
  }

  /** @throws Problem 404 */
  async getUnit(unitId: string): Promise<KeptUnit> {
    const [unit] = await this.units.findUnits([unitId]);
    if (unit === undefined) throw notFound();
    return unit;
  }

  /** @throws Problem 409 when another unit has the code */
  openUnit(caller: Caller, { code, name }: NewUnit): Promise<UnitAnswer> {
    return this.database.runInTransaction(async () => {
      if ((await this.units.findUnitByCode(code)) !== null) {
        throw conflict('enhet.finns', 'En enhet med det numret finns redan.');
      }
      const unitId = await this.units.insertUnit(code, name);
      await this.accounts.grantUnit(caller.accountId, unitId);
      await this.auditLog.record({ caller, action: 'skapa', recordKind: 'unit', recordId: unitId, unitId });
      const { id, timeZone } = await this.getUnit(unitId);
      return { id, code, name, timeZone };
    });
  }

  /** @returns the id of the new unit */
  createUnit(code: string, name: string): Promise<string> {
    return this.units.insertUnit(code, name);
  }

  lockUnit(unitId: string): Promise<void> {
    return this.units.lockUnit(unitId);
  }

  /** The settings that hold now, for whoever computes with them. */
  async loadSettings(unitId: string): Promise<{ readonly settings: UnitSettings; readonly version: number }> {
    const { stored, version } = await this.keptSettings(unitId);
    return { settings: settingsFromRow(stored), version };
  }

  async showSettings(caller: Caller, unitId: string): Promise<UnitSettingsAnswer> {
    assertUnit(caller, unitId);
    const { settings, version } = await this.loadSettings(unitId);
    return { settings: settingsToContract(settings), version };
  }

  async showCatalogue(caller: Caller, unitId: string): Promise<SettingsCatalogueAnswer> {
    const { settings, version } = await this.showSettings(caller, unitId);
    return settingsCatalogue(settings, version);
  }

  /** Each change with the values before and after it, newest first. */
  async showHistory(caller: Caller, unitId: string): Promise<SettingsHistoryAnswer> {
    assertUnit(caller, unitId);
    const { stored } = await this.keptSettings(unitId);
    return { items: settingsHistory(stored, await this.units.findReplacedSettings(unitId)) };
  }

  /** @throws Problem 412 when somebody else changed the settings after `seenVersion` */
  changeSettings(
    caller: Caller,
    unitId: string,
    seenVersion: number,
    change: UnitSettingsChange,
  ): Promise<UnitSettingsAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const kept = await this.keptSettings(unitId);
      assertVersion(seenVersion, kept.version);
      const isReplaced = await this.units.replaceSettings(
        unitId,
        kept,
        rowFromChange(kept.stored, change),
        caller.accountId,
      );
      if (!isReplaced) assertVersion(seenVersion, (await this.keptSettings(unitId)).version);
      return this.showSettings(caller, unitId);
    });
  }

  private async keptSettings(unitId: string): Promise<KeptSettings> {
    const kept = await this.units.findSettings(unitId);
    if (kept === null) throw notFound();
    return kept;
  }
}
