import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.js';
import { UnitEntity } from './unit.entity.js';

/** Settings as they were until somebody replaced them. */
export interface ReplacedSettings {
  readonly version: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly replaced_by: string;
  readonly replaced_at: Date;
}

/** A unit as the service keeps it. */
export interface KeptUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface KeptSettings {
  readonly stored: Readonly<Record<string, unknown>>;
  readonly version: number;
}

@Injectable()
export class UnitRepository {
  constructor(private readonly database: Database) {}

  findUnits(unitIds: readonly string[]): Promise<readonly KeptUnit[]> {
    return this.database.manager.find(UnitEntity, {
      where: { id: In([...unitIds]) },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  findUnitByCode(code: string): Promise<KeptUnit | null> {
    return this.database.manager.findOneBy(UnitEntity, { code });
  }

  async insertUnit(code: string, name: string): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(
      'INSERT INTO unit (code, name) VALUES ($1, $2) RETURNING id',
      [code, name],
    );
    if (row === undefined) throw new Error('the new unit got no id');
    return row.id;
  }

  /** Imports of one unit take turns; readers are not held up. */
  async lockUnit(unitId: string): Promise<void> {
    await this.database.rows('SELECT id FROM unit WHERE id = $1 FOR NO KEY UPDATE', [unitId]);
  }

  async findSettings(unitId: string): Promise<KeptSettings | null> {
    const unit = await this.database.manager.findOneBy(UnitEntity, { id: unitId });
    return unit === null ? null : { stored: unit.settings, version: unit.settingsVersion };
  }

  /** False when the version seen is no longer the current one. The replaced version is kept. */
  async replaceSettings(
    unitId: string,
    seen: KeptSettings,
    settings: Readonly<Record<string, unknown>>,
    accountId: string,
  ): Promise<boolean> {
    const affected = await this.database.affected(
      'UPDATE unit SET settings = $3, settings_version = $2::integer + 1 WHERE id = $1 AND settings_version = $2::integer',
      [unitId, seen.version, JSON.stringify(settings)],
    );
    if (affected !== 1) return false;
    await this.database.rows(
      'INSERT INTO unit_settings_version (unit_id, version, settings, replaced_by) VALUES ($1, $2, $3, $4)',
      [unitId, seen.version, JSON.stringify(seen.stored), accountId],
    );
    return true;
  }

  /** Newest first. */
  findReplacedSettings(unitId: string): Promise<readonly ReplacedSettings[]> {
    return this.database.rows<ReplacedSettings>(
      `SELECT version, settings, replaced_by, replaced_at FROM unit_settings_version
       WHERE unit_id = $1 ORDER BY version DESC`,
      [unitId],
    );
  }
}
