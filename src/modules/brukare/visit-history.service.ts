import { Injectable } from '@nestjs/common';
import type { HistoryVisit } from '@hemtjanst/domain';
import type { ImportedTable } from '../../database/imported-table.js';
import type { DateRange } from '../../database/date-range.js';
import { VisitHistoryRepository, type VisitHistoryReferences } from './visit-history.repository.js';

/** Who visited whom before the planned weeks: what continuity counts from. */
@Injectable()
export class VisitHistoryService {
  constructor(private readonly visits: VisitHistoryRepository) {}

  loadHistory(
    unitId: string,
    range: DateRange | null,
    references: VisitHistoryReferences,
  ): Promise<readonly HistoryVisit[]> {
    return this.visits.findBetween(unitId, range, references);
  }

  /** Part of an import: the caller has opened the transaction. */
  importHistory(
    unitId: string,
    visits: readonly HistoryVisit[],
    references: VisitHistoryReferences,
  ): Promise<ImportedTable> {
    return this.visits.import(unitId, visits, references);
  }
}
