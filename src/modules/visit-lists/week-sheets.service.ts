import { Injectable } from '@nestjs/common';
import type { WeekSheetAnswer, WeekSheetQuery } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { sheetChanges, sheetRow } from './week-sheet.mapper.js';
import { WeekSheetRepository } from './week-sheet.repository.js';

/** A plan per person for those who key it into another system: by numbers, without brukare's names and addresses. */
@Injectable()
export class WeekSheetsService {
  constructor(
    private readonly database: Database,
    private readonly sheets: WeekSheetRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 for a plan of another unit */
  show(caller: Caller, unitId: string, planId: string, query: WeekSheetQuery): Promise<WeekSheetAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const plan = await this.sheets.findPlan(unitId, planId);
      if (plan === null) throw notFound();
      const employeeId = query.employeeId ?? null;
      const visits = await this.sheets.findVisits(unitId, plan.id, employeeId);
      const before = await this.sheets.findPublishedBefore(unitId, plan);
      const visitsBefore = before === null ? [] : await this.sheets.findVisits(unitId, before.id, employeeId);
      const subject = { caller, action: 'las', recordKind: 'week-sheet', recordId: plan.id, unitId };
      const brukareIds = [...visits, ...visitsBefore].map(({ brukare_id }) => brukare_id);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      return {
        weeklyPlanId: plan.id,
        week: plan.week,
        version: plan.version,
        rows: visits.map(sheetRow),
        sinceVersion: before?.version ?? null,
        changes: before === null ? [] : [...sheetChanges(visitsBefore, visits)],
      };
    });
  }
}
