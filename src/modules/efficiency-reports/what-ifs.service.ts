import { Injectable } from '@nestjs/common';
import type { NewWhatIf, WhatIfAnswer } from '@hemtjanst/contracts';
import { instantOfEpochSeconds, isoWeek } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { invalidValues, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { WHAT_IF } from '../../jobs/job-catalogue.js';
import { PlanningJobs } from '../../jobs/planning-jobs.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CareUnitService } from '../visit-demands/care-unit.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { shiftsOutside } from './changed-staff.js';
import { staffChangeOf } from './what-if.processor.js';
import { WhatIfRepository, type WhatIfRow } from './what-if.repository.js';

const SHOWN = 20;

/** "What if we were one fewer?": asked here, computed by a job, kept as figures. */
@Injectable()
export class WhatIfsService {
  constructor(
    private readonly database: Database,
    private readonly whatIfs: WhatIfRepository,
    private readonly jobs: PlanningJobs,
    private readonly careUnits: CareUnitService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for shifts or groups of another unit or week, 429 when the unit computes enough already */
  ask(caller: Caller, unitId: string, { week, change }: NewWhatIf): Promise<WhatIfAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { unit, codes } = await this.careUnits.loadCareUnit(unitId, isoWeek(week));
      assertReferences({
        '/change/shiftIds': change.shiftIds.every((id) => codes.shifts.hasId(id)),
        '/change/toWorkGroupId': change.kind !== 'lend' || codes.workGroups.hasId(change.toWorkGroupId),
      });
      if (shiftsOutside(unit, isoWeek(week), staffChangeOf(change, codes)).length > 0) {
        const detail = 'Passet ligger inte i den veckan.';
        throw invalidValues([{ pointer: '/change/shiftIds', code: 'pass.annan-vecka', detail }]);
      }
      const whatIfId = await this.whatIfs.insert(unitId, week, change, caller.accountId);
      const createdBy = caller.accountId;
      const job = await this.jobs.enqueue({ definition: WHAT_IF, unitId, payload: { whatIfId }, createdBy });
      await this.whatIfs.setJob(whatIfId, job.id);
      await this.auditLog.record({ caller, action: 'skapa', recordKind: 'what-if', recordId: whatIfId, unitId });
      return whatIfAnswer(await this.load(unitId, whatIfId));
    });
  }

  /** @throws Problem 404 */
  show(caller: Caller, unitId: string, whatIfId: string): Promise<WhatIfAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const answer = whatIfAnswer(await this.load(unitId, whatIfId));
      await this.auditReads(caller, unitId, [answer]);
      return answer;
    });
  }

  /** The newest twenty. */
  list(caller: Caller, unitId: string): Promise<readonly WhatIfAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const answers = (await this.whatIfs.findNewest(unitId, SHOWN)).map(whatIfAnswer);
      await this.auditReads(caller, unitId, answers);
      return answers;
    });
  }

  private async load(unitId: string, whatIfId: string): Promise<WhatIfRow> {
    const row = await this.whatIfs.find(unitId, whatIfId);
    if (row === null) throw notFound();
    return row;
  }

  private async auditReads(caller: Caller, unitId: string, answers: readonly WhatIfAnswer[]): Promise<void> {
    const subject = { caller, action: 'las', recordKind: 'what-if', recordId: answers[0]?.id ?? unitId, unitId };
    const leftOut = answers.flatMap(({ result }) => result?.leftOut ?? []);
    await this.auditLog.recordAll(
      linesPerBrukare(
        subject,
        leftOut.map(({ brukareId }) => brukareId),
      ),
    );
  }
}

const whatIfAnswer = (row: WhatIfRow): WhatIfAnswer => ({
  id: row.id,
  week: row.week,
  change: row.change,
  status: row.status,
  statusText: STATUS_TEXT[row.status],
  createdAt: instantOfEpochSeconds(Math.floor(row.created_at.getTime() / 1000)),
  result: row.result,
});

const STATUS_TEXT: Readonly<Record<WhatIfAnswer['status'], string>> = {
  queued: 'Väntar på beräkning',
  running: 'Beräknas',
  done: 'Klar',
  failed: 'Beräkningen misslyckades',
  cancelled: 'Avbruten',
};
