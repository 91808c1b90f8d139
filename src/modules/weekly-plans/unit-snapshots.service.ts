import { Injectable } from '@nestjs/common';
import { isoWeek } from '@hemtjanst/domain';
import { CareUnitService } from '../visit-demands/care-unit.service.js';
import { workGroupLookups } from './unit-records.js';
import type { UnitSnapshot } from './unit-snapshot.js';

/** Takes the unit out of the database as of one moment. */
@Injectable()
export class UnitSnapshots {
  constructor(private readonly careUnits: CareUnitService) {}

  /** @param week `2026-W10`: read is what planning that week needs */
  async take(unitId: string, week: string): Promise<UnitSnapshot> {
    const plannedWeek = isoWeek(week);
    const { unit, codes, settings, settingsVersion } = await this.careUnits.loadCareUnit(unitId, plannedWeek);
    return { unit, week: plannedWeek, settings, settingsVersion, records: { ...codes, ...workGroupLookups(unit) } };
  }
}
