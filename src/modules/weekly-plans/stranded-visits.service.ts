import { Injectable } from '@nestjs/common';
import type { StrandedVisitAnswer } from '@hemtjanst/contracts';
import { datesOfWeek, isAway, isoWeek, partOfDay, type Absence, type Instant } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { DateRange } from '../../database/date-range.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { EmployeeAbsencesService } from '../employees/employee-absences.service.js';
import { linesPerBrukare } from './lines-per-brukare.js';
import { PlanPartsRepository } from './plan-parts.repository.js';
import type { PlannedVisitRow, VisitStaffRow } from './plan-rows.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/** Visits that a plan has with somebody who was marked absent after it was made: told before anybody edits it. */
@Injectable()
export class StrandedVisitsService {
  constructor(
    private readonly database: Database,
    private readonly plans: WeeklyPlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly absences: EmployeeAbsencesService,
    private readonly auditLog: AuditLog,
  ) {}

  list(caller: Caller, unitId: string, planId: string): Promise<readonly StrandedVisitAnswer[]> {
    return this.database.runInTransaction(async () => {
      assertUnit(caller, unitId);
      const plan = await this.plans.findInUnit(unitId, planId);
      if (plan === null) throw notFound();
      const absences = await this.absences.loadAbsencesByRecord(unitId, rangeOfWeek(plan.week));
      const answers = await this.visitsDuring(planId, absences);
      const subject = { caller, action: 'las', recordKind: 'planned-visit', recordId: planId, unitId };
      const about = answers.map(({ brukareId }) => brukareId);
      await this.auditLog.recordAll(linesPerBrukare(subject, about));
      return answers;
    });
  }

  private async visitsDuring(planId: string, absences: readonly Absence[]): Promise<readonly StrandedVisitAnswer[]> {
    const found = new Map<string, StrandedVisitAnswer>();
    for (const employeeId of new Set(absences.map(({ person }) => person.id))) {
      const theirs = absences.filter(({ person }) => person.id === employeeId);
      const visits = await this.parts.findVisits(planId, { employeeId });
      const staff = await this.parts.findStaff(
        planId,
        visits.map(({ id }) => id),
      );
      const away = new Set(
        staff.filter((row) => row.employee_id === employeeId && isDuring(row, theirs)).map((row) => row.visit_id),
      );
      for (const visit of visits) {
        if (!away.has(visit.id)) continue;
        const others = found.get(visit.id)?.employeeIds ?? [];
        found.set(visit.id, strandedVisitAnswerOf(visit, [...others, employeeId]));
      }
    }
    return [...found.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }
}

/** The days a plan of the week covers. */
export function rangeOfWeek(week: string): DateRange {
  const dates = datesOfWeek(isoWeek(week));
  return { from: dates[0] ?? '', to: dates.at(-1) ?? '' };
}

function isDuring({ starts_at, ends_at }: VisitStaffRow, absences: readonly Absence[]): boolean {
  const part = partOfDay(starts_at as Instant, ends_at as Instant);
  return absences.some((absence) => isAway(absence, part));
}

const strandedVisitAnswerOf = (visit: PlannedVisitRow, employeeIds: string[]): StrandedVisitAnswer => ({
  visitId: visit.id,
  visitDemandId: visit.demand_key,
  brukareId: visit.brukare_id,
  workGroupId: visit.work_group_id,
  date: visit.on_date,
  startsAt: visit.starts_at,
  endsAt: visit.ends_at,
  employeeIds,
});
