import { Injectable } from '@nestjs/common';
import { addDays, CONTINUITY_DAYS, continuityReport, type ContinuityFigures, type LocalDate } from '@hemtjanst/domain';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { countedBrukareOf } from './continuity.mapper.js';
import { ContinuityRepository } from './continuity.repository.js';

/** The official measure of a unit and of its work groups; null: nobody is counted. */
export interface ContinuityOfUnit {
  readonly unit: ContinuityFigures | null;
  readonly byGroup: ReadonlyMap<string, ContinuityFigures>;
}

/** The official continuity figures alone, for reports that show nobody's record. */
@Injectable()
export class UnitContinuity {
  constructor(private readonly continuity: ContinuityRepository) {}

  /** @param to the last of the 14 days; days from today on are counted as they are planned */
  async compute(unitId: string, to: LocalDate): Promise<ContinuityOfUnit> {
    const window = { from: addDays(to, 1 - CONTINUITY_DAYS), to };
    const question = { unitId, ...window, plannedFrom: asOfDay(undefined), plan: null };
    const rows = await this.continuity.findBrukare(question, null);
    const counted = rows.map((row) => ({ workGroupId: row.work_group_id, one: countedBrukareOf(row, window) }));
    const figuresOf = (some: typeof counted): ContinuityFigures =>
      continuityReport(some.map(({ one }) => one)).official.figures;
    const groupIds = [...new Set(counted.map(({ workGroupId }) => workGroupId))];
    return {
      unit: counted.length === 0 ? null : figuresOf(counted),
      byGroup: new Map(groupIds.map((id) => [id, figuresOf(counted.filter(({ workGroupId }) => workGroupId === id))])),
    };
  }
}
