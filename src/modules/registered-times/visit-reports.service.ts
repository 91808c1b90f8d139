import { Injectable } from '@nestjs/common';
import type { NewVisitReport, VisitReportAnswer, VisitReportDecision, VisitReportQuery } from '@hemtjanst/contracts';
import { formatMinuteOfDay, instantOfDate, minuteOfDay } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, forbidden, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { PlanProposals } from '../genomforandeplan/plan-proposals.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { VisitReportRepository, type KeptVisitReport } from './visit-report.repository.js';

/** "Stämmer inte" from the phone: a proposal to the planerare, who accepts or declines it. */
@Injectable()
export class VisitReportsService {
  constructor(
    private readonly database: Database,
    private readonly reports: VisitReportRepository,
    private readonly publishedPlans: PublishedPlansService,
    private readonly planProposals: PlanProposals,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Keeps a report about one of the caller's own visits. The same report twice is one.
   *
   * @throws Problem 404 for a visit that is in no published plan of the caller's units, 403 for a colleague's visit,
   * 409 when the id was used for another report
   */
  report(caller: Caller, wish: NewVisitReport): Promise<VisitReportAnswer> {
    return this.database.runInTransaction(async () => {
      const visit = await this.publishedPlans.findVisit(caller.unitIds, wish.plannedVisitId);
      if (visit === null) throw notFound('Besöket finns inte i någon publicerad plan.');
      const { employeeId } = caller;
      if (employeeId === null || !visit.employeeIds.includes(employeeId)) {
        throw forbidden('Besöket är en annan medarbetares.');
      }
      const { id, kind, text } = wish;
      const { unitId, brukareId } = visit;
      const reportedAt = new Date(wish.reportedAt);
      const report = { id, unitId, plannedVisitId: visit.id, brukareId, employeeId, kind, text, reportedAt };
      const isNew = await this.reports.insert(report);
      const kept = await this.reports.find(id);
      if (kept === null || !isSameReport(kept, report)) {
        throw conflict('rapport.annat-innehall', 'Samma id har redan använts för en annan rapport.');
      }
      const subject = { caller, action: 'rapportera', recordKind: 'visit-report', recordId: id, unitId };
      if (isNew) await this.auditLog.record({ ...subject, brukareId });
      return reportAnswer(kept);
    });
  }

  /** What the caller has reported, and what became of it. */
  listOwn(caller: Caller): Promise<readonly VisitReportAnswer[]> {
    return this.database.runInTransaction(async () => {
      if (caller.employeeId === null) return [];
      const reports = await this.reports.findOfEmployee(caller.employeeId, caller.unitIds);
      for (const unitId of new Set(reports.map((report) => report.unitId))) {
        await this.auditReads(
          caller,
          unitId,
          reports.filter((report) => report.unitId === unitId),
        );
      }
      return reports.map(reportAnswer);
    });
  }

  list(caller: Caller, unitId: string, query: VisitReportQuery): Promise<readonly VisitReportAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const reports = await this.reports.findOfUnit(unitId, query);
      await this.auditReads(caller, unitId, reports);
      return reports.map(reportAnswer);
    });
  }

  /**
   * Accepts or declines a report. An accepted one may change the agreed visit: in the same transaction that makes the next
   * version of the genomförandeplan, which is a proposal until somebody confirms it.
   *
   * @throws Problem 404 for a report of another unit, 409 where somebody has decided or the visit is agreed no more
   */
  decide(
    caller: Caller,
    unitId: string,
    reportId: string,
    { decision, reason, change }: VisitReportDecision,
  ): Promise<VisitReportAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const report = await this.reports.find(reportId);
      if (report?.unitId !== unitId) throw notFound();
      if (!(await this.reports.decide(reportId, decision, reason, caller.accountId))) {
        throw conflict('rapport.avgjord', 'Rapporten är redan avgjord.');
      }
      const action = decision === 'accepted' ? 'godta' : 'avboj';
      const { brukareId, orderId, templateCode } = report;
      if (change !== null) {
        const version = await this.planProposals.proposeVisitChange(caller, unitId, { orderId, templateCode, change });
        await this.reports.setProposedVersion(reportId, version);
      }
      await this.auditLog.record({ caller, action, recordKind: 'visit-report', recordId: reportId, brukareId, unitId });
      return reportAnswer((await this.reports.find(reportId)) ?? report);
    });
  }

  private async auditReads(caller: Caller, unitId: string, reports: readonly KeptVisitReport[]): Promise<void> {
    const subject = { caller, action: 'las', recordKind: 'visit-report', recordId: unitId, unitId };
    const brukareIds = reports.map(({ brukareId }) => brukareId);
    await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
  }
}

const isSameReport = (
  kept: KeptVisitReport,
  { plannedVisitId, employeeId, kind, text }: Pick<KeptVisitReport, 'plannedVisitId' | 'employeeId' | 'kind' | 'text'>,
): boolean =>
  kept.plannedVisitId === plannedVisitId && kept.employeeId === employeeId && kept.kind === kind && kept.text === text;

const reportAnswer = (report: KeptVisitReport): VisitReportAnswer => ({
  id: report.id,
  plannedVisitId: report.plannedVisitId,
  brukareId: report.brukareId,
  employeeId: report.employeeId,
  templateCode: report.templateCode,
  onDate: report.onDate,
  kind: report.kind,
  text: report.text,
  reportedAt: instantOfDate(report.reportedAt),
  status: report.status,
  decidedBy: report.decidedBy,
  decidedAt: report.decidedAt === null ? null : instantOfDate(report.decidedAt),
  decisionReason: report.decisionReason,
  ramtidOrderId: report.orderId,
  agreed: agreedOf(report),
  proposedVersion: report.proposedVersion,
});

function agreedOf({
  serviceMinutes,
  earliestMinute,
  latestMinute,
  helperMinutes,
}: KeptVisitReport): VisitReportAnswer['agreed'] {
  if (serviceMinutes === null || earliestMinute === null || latestMinute === null) return null;
  const [earliest, latest] = [earliestMinute, latestMinute].map((minute) => formatMinuteOfDay(minuteOfDay(minute)));
  return { serviceMinutes, window: { earliest, latest }, helperMinutes };
}
