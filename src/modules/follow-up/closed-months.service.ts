import { Injectable } from '@nestjs/common';
import { MonthClosingRepository, type ClosedGroupSums } from './month-closing.repository.js';

/** Closed months for whoever reads them later: the figures as they stood then. */
@Injectable()
export class ClosedMonths {
  constructor(private readonly closings: MonthClosingRepository) {}

  /** Null: the month is not closed. */
  async findSums(unitId: string, month: string): Promise<readonly ClosedGroupSums[] | null> {
    const closing = await this.closings.find(unitId, month);
    return closing === null ? null : this.closings.findGroupSums(unitId, closing.id);
  }
}
