import type { CareUnit, IsoWeek, UnitSettings } from '@hemtjanst/domain';
import type { UnitRecords } from './unit-records.js';

/** The unit as it was at one moment: what a plan is made from, and checked against. */
export interface UnitSnapshot {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly settings: UnitSettings;
  readonly settingsVersion: number;
  readonly records: UnitRecords;
}
