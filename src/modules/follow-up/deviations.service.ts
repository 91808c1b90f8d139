import { Injectable } from '@nestjs/common';
import type { DeviationListAnswer, DeviationQuery } from '@hemtjanst/contracts';
import { byGender, calendarMonthOf, deviationList, localDate, monthClosesAt } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { LedgerMonths } from '../ramtid-ledger/ledger-months.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { deviationAnswer } from './deviation.mapper.js';
import { genderedMonths, sumsOf } from './gendered-months.js';
import { WatchListRepository } from './watch-list.repository.js';

/** Avvikelsekundlistan: what the orderer reads each month. */
@Injectable()
export class DeviationsService {
  constructor(
    private readonly database: Database,
    private readonly months: LedgerMonths,
    private readonly people: WatchListRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group of another unit */
  list(caller: Caller, unitId: string, query: DeviationQuery): Promise<DeviationListAnswer> {
    assertUnit(caller, unitId);
    const month = calendarMonthOf(localDate(`${query.month}-01`));
    const asOf = asOfDay(query.asOf);
    return this.database.readSnapshot(async () => {
      const { workGroupId } = query;
      assertReferences({
        '/workGroupId': workGroupId === undefined || (await this.months.hasWorkGroup(unitId, workGroupId)),
      });
      const { entries, settings } = await this.months.compute(unitId, month, null, asOf);
      const selected = entries.filter((entry) => workGroupId === undefined || entry.workGroupId === workGroupId);
      const deviations = deviationList(selected.map(({ line }) => line));
      const subject = { caller, action: 'las', recordKind: 'deviation-list', recordId: month, unitId };
      const brukareIds = deviations.map(({ brukareId }) => brukareId);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      const genders = await this.people.findGenders(unitId);
      return {
        month,
        asOf,
        closesAt: monthClosesAt(month, settings.monthClosing),
        items: deviations.map((one) => deviationAnswer(one, selected)),
        byGender: byGender(
          genderedMonths(
            selected.map(({ line }) => line).filter(({ kind }) => kind !== 'larm'),
            genders,
          ),
          sumsOf,
          settings.smallestCell,
        ),
      };
    });
  }
}
