import { Injectable } from '@nestjs/common';
import type { KnownFacesAnswer, KnownFacesQuery } from '@hemtjanst/contracts';
import { CONTINUITY_DAYS, instantOfDate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import type { ListFile } from '../../http/list-file.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { LedgerMonths } from '../ramtid-ledger/ledger-months.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { KnownFacesRepository, type KnownFacesRow } from './known-faces.repository.js';

/** If somebody is ill: which brukare of the day know another face, and who of those is at work and free. */
@Injectable()
export class KnownFacesService {
  constructor(
    private readonly database: Database,
    private readonly faces: KnownFacesRepository,
    private readonly months: LedgerMonths,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for an employee or a work group of another unit */
  find(caller: Caller, unitId: string, query: KnownFacesQuery): Promise<KnownFacesAnswer> {
    assertUnit(caller, unitId);
    const { date, employeeId, workGroupId } = query;
    return this.database.readSnapshot(async () => {
      assertReferences({
        '/employeeId': employeeId === undefined || (await this.faces.hasEmployee(unitId, employeeId)),
        '/workGroupId': workGroupId === undefined || (await this.months.hasWorkGroup(unitId, workGroupId)),
      });
      const rows = await this.faces.find({
        unitId,
        onDate: date,
        employeeId: employeeId ?? null,
        workGroupId: workGroupId ?? null,
        days: CONTINUITY_DAYS,
      });
      const subject = { caller, action: 'las', recordKind: 'known-faces', recordId: employeeId ?? unitId, unitId };
      const brukareIds = rows.map(({ brukare_id }) => brukare_id);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      const employeeIds = [...new Set(rows.map(({ employee_id }) => employee_id))];
      return {
        date,
        items: employeeIds.flatMap((id) => employeeItem(rows.filter((row) => row.employee_id === id))),
        definition: DEFINITION,
      };
    });
  }
}

/** Employees with the most visits that nobody known can take, first in the file as in the day. */
export const knownFacesFile = ({ date, items }: KnownFacesAnswer): ListFile => ({
  name: `kanda-ansikten-${date}`,
  columns: ['anstnr', 'kundnr', 'start', 'slut', 'kanda', 'kanda_i_tjanst', 'kanda_lediga'],
  rows: items.flatMap(({ employeeCode, visits }) =>
    visits.map((visit) => [
      employeeCode,
      visit.brukareCode,
      visit.startsAt.slice(11, 16),
      visit.endsAt.slice(11, 16),
      visit.knownEmployees,
      visit.atWorkEmployeeIds.length,
      visit.availableEmployeeIds.length,
    ]),
  ),
});

function employeeItem(rows: readonly KnownFacesRow[]): KnownFacesAnswer['items'] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      employeeId: first.employee_id,
      employeeCode: first.employee_code,
      workGroupId: first.work_group_id,
      visits: rows.map((row) => ({
        plannedVisitId: row.visit_id,
        brukareId: row.brukare_id,
        brukareCode: row.brukare_code,
        startsAt: instantOfDate(row.starts_at),
        endsAt: instantOfDate(row.ends_at),
        knownEmployees: row.known,
        atWorkEmployeeIds: [...row.at_work],
        availableEmployeeIds: [...row.available],
      })),
      visitsWithoutKnownFace: rows.filter(({ available }) => available.length === 0).length,
    },
  ];
}

const DEFINITION =
  `Känd är den som varit hos brukaren någon av de ${CONTINUITY_DAYS} dagarna före, enligt registrering, historik eller ` +
  'publicerad plan, och som brukaren inte valt bort. I tjänst är den vars pass täcker besöket utan frånvaro, och ledig den ' +
  'som då inte har ett annat publicerat besök.';
