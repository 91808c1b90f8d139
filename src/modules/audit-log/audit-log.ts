import { Injectable } from '@nestjs/common';
import type { AuditLineListAnswer, AuditLineQuery, AuditReaderAnswer } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { pageOfItems, pageOrAll } from '../../http/page.js';
import type { AuditLine } from './audit-line.js';
import { auditLineAnswerOf } from './audit-line.mapper.js';
import { AuditLogRepository } from './audit-log.repository.js';

/**
 * Who read or changed what about a brukare. Call it inside the transaction of the read or write: when the line cannot
 * be written, the record is not shown and the change is not made.
 *
 * @example await this.auditLog.record({ caller, action: 'las', recordKind: 'brukare', recordId: id, brukareId: id, unitId });
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly lines: AuditLogRepository,
  ) {}

  async record(line: AuditLine): Promise<void> {
    await this.recordAll([line]);
  }

  /** One line per record of a list, in one statement. */
  async recordAll(lines: readonly AuditLine[]): Promise<void> {
    if (lines.length > 0) await this.lines.insert(lines);
  }

  /** Whose lines there may be: those who answer for the unit may know its accounts by name. */
  listReaders(caller: Caller, unitId: string): Promise<readonly AuditReaderAnswer[]> {
    assertUnit(caller, unitId);
    return this.lines.findReaders(unitId);
  }

  /** The lines of one unit, newest first. Looking into the log is itself a line in it. */
  async list(caller: Caller, unitId: string, wish: AuditLineQuery): Promise<AuditLineListAnswer> {
    assertUnit(caller, unitId);
    const query = { ...wish, ...pageOrAll(wish) };
    return this.database.runInTransaction(async () => {
      const rows = await this.lines.findOfUnit(unitId, query);
      await this.record({ caller, action: 'las', recordKind: 'audit-log', recordId: unitId, unitId });
      const page = pageOfItems(rows.map(auditLineAnswerOf), rows[0]?.total ?? 0, query);
      return { ...page, items: [...page.items] };
    });
  }
}
