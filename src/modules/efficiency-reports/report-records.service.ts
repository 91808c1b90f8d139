import { Injectable } from '@nestjs/common';
import type { ReportRecordAnswer, ReportRecordPage, ReportRecordsQuery } from '@hemtjanst/contracts';
import { localDate, type StaffTimeSplit } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { offsetOf, pageOrAll, type PageWish } from '../../http/page.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { EfficiencyFigures } from './efficiency-figures.service.js';
import { PeriodSums } from './period-sums.service.js';
import { reportPeriod, type ReportPeriod } from './report-period.js';
import { orderRecord, shiftRecord, visitRecord } from './report-record.mapper.js';
import { ReportRecordsRepository, type VisitRecordRow } from './report-records.repository.js';
import { groupsInScope } from './report-scope.js';

interface RecordsWish {
  readonly unitId: string;
  readonly period: ReportPeriod;
  readonly workGroupIds: readonly string[];
  readonly page: PageWish;
}

type Records = Pick<ReportRecordPage, 'items' | 'total' | 'totalMinutes'>;

/** Opens a figure of the report to the records it is made of. */
@Injectable()
export class ReportRecordsService {
  constructor(
    private readonly database: Database,
    private readonly figures: EfficiencyFigures,
    private readonly sums: PeriodSums,
    private readonly records: ReportRecordsRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group or premises of another unit */
  list(caller: Caller, unitId: string, query: ReportRecordsQuery): Promise<ReportRecordPage> {
    assertUnit(caller, unitId);
    const page = pageOrAll(query);
    return this.database.readSnapshot(async () => {
      const { groups, settings } = await this.sums.scopeOf(unitId);
      const workGroupIds = groupsInScope(groups, query).map(({ id }) => id);
      const period = reportPeriod(query.period, localDate(query.date));
      const wish = { unitId, period, workGroupIds, page };
      const found = await this.find(wish, query, settings.doubleStaffingCounts);
      const subject = { caller, action: 'las', recordKind: 'efficiency-report', recordId: query.figure, unitId };
      await this.auditLog.record(subject);
      const brukareIds = found.items.map(({ brukareId }) => brukareId);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      return { ...found, ...page };
    });
  }

  private async find(wish: RecordsWish, query: ReportRecordsQuery, doubleStaffingCounts: 1 | 2): Promise<Records> {
    const { unitId, period, workGroupIds, page } = wish;
    const question = { unitId, ...period, doubleStaffingCounts };
    switch (query.figure) {
      case 'ordered':
        return this.orders(wish);
      case 'planned':
        return visitsPage('planned-visit', await this.records.findPlanned(question, workGroupIds, page));
      case 'performed':
        return visitsPage('registered-time', await this.records.findPerformed(question, workGroupIds, page));
      case 'staff':
      case 'visit':
      case 'larm':
      case 'travel':
      case 'handling':
      case 'kringtid':
      case 'meeting':
      case 'wait':
      case 'ahead':
      case 'unexplained':
        return this.shifts(wish, query.side, query.figure);
    }
  }

  private async orders({ unitId, period, workGroupIds, page }: RecordsWish): Promise<Records> {
    const all = (await this.figures.ordersOf(unitId, period)).filter(({ order }) =>
      workGroupIds.includes(order.work_group_id),
    );
    return pageOfAll(all.map(orderRecord), page);
  }

  /** Shifts with most of the part first, or by day for all of the staff time. */
  private async shifts(
    { unitId, period, workGroupIds, page }: RecordsWish,
    side: ReportRecordsQuery['side'],
    figure: keyof StaffTimeSplit | 'staff',
  ): Promise<Records> {
    const shifts = (await this.figures.shiftsOf(unitId, period)).filter(({ shift }) =>
      workGroupIds.includes(shift.work_group_id),
    );
    const records = shifts.map((one) => {
      const split = side === 'plan' ? one.planned : one.outcome;
      return shiftRecord(one, figure === 'staff' ? one.staffMinutes : split[figure]);
    });
    if (figure === 'staff') return pageOfAll(records, page);
    const adding = records.filter(({ minutes }) => minutes > 0);
    return pageOfAll(
      adding.sort((a, b) => b.minutes - a.minutes),
      page,
    );
  }
}

function visitsPage(kind: 'planned-visit' | 'registered-time', rows: readonly VisitRecordRow[]): Records {
  return {
    items: rows.map((row) => visitRecord(kind, row)),
    total: rows[0]?.total ?? 0,
    totalMinutes: rounded(rows[0]?.total_minutes ?? 0),
  };
}

const pageOfAll = (all: readonly ReportRecordAnswer[], page: PageWish): Records => ({
  items: all.slice(offsetOf(page), offsetOf(page) + page.size),
  total: all.length,
  totalMinutes: rounded(all.reduce((sum, { minutes }) => sum + minutes, 0)),
});

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;
