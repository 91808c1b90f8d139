import { Injectable } from '@nestjs/common';
import type { ContinuityAnswer, ContinuityQuery } from '@hemtjanst/contracts';
import {
  addDays,
  CONTINUITY_DAYS,
  continuityReport,
  datesOfWeek,
  isoWeek,
  localDate,
  type LocalDate,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { LedgerMonths } from '../ramtid-ledger/ledger-months.service.js';
import { UnitsService } from '../units/units.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { countedBrukareOf, reportAnswer } from './continuity.mapper.js';
import { ContinuityRepository, type PlanOfWeek } from './continuity.repository.js';

/** How many different employees the brukare meet: backwards from registered times, ahead from a plan. */
@Injectable()
export class ContinuityService {
  constructor(
    private readonly database: Database,
    private readonly continuity: ContinuityRepository,
    private readonly months: LedgerMonths,
    private readonly units: UnitsService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 for a plan of another unit, 422 for a work group of another unit */
  compute(caller: Caller, unitId: string, query: ContinuityQuery): Promise<ContinuityAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const { workGroupId } = query;
      assertReferences({
        '/workGroupId': workGroupId === undefined || (await this.months.hasWorkGroup(unitId, workGroupId)),
      });
      const { settings } = await this.units.loadSettings(unitId);
      const plan = await this.planOf(unitId, query.planId);
      const window = windowOf(query, plan);
      const rows = await this.continuity.findBrukare({ unitId, ...window, plan }, window.monday);
      const selected = rows
        .filter((row) => workGroupId === undefined || row.work_group_id === workGroupId)
        .map((row) => ({ row, counted: countedBrukareOf(row, window) }));
      const groupIds = [...new Set(selected.map(({ row }) => row.work_group_id))];
      const aboveGoal = selected.filter(
        ({ counted }) => counted.exclusion === null && counted.officialEmployees > settings.continuityGoal,
      );
      const subject = { caller, action: 'las', recordKind: 'continuity', recordId: query.planId ?? unitId, unitId };
      await this.auditLog.record(subject);
      const seenIds = aboveGoal.map(({ row }) => row.brukare_id);
      await this.auditLog.recordAll(linesPerBrukare(subject, seenIds));
      return {
        from: window.from,
        to: window.to,
        plannedFrom: window.plannedFrom > window.to ? null : window.plannedFrom,
        goal: settings.continuityGoal,
        ...reportAnswer(
          continuityReport(
            selected.map(({ counted }) => counted),
            settings.smallestCell,
          ),
        ),
        groups: groupIds.map((groupId) => ({
          workGroupId: groupId,
          ...reportAnswer(
            continuityReport(
              selected.filter(({ row }) => row.work_group_id === groupId).map(({ counted }) => counted),
              settings.smallestCell,
            ),
          ),
        })),
        aboveGoal: aboveGoal.map(({ row, counted }) => ({
          brukareId: row.brukare_id,
          brukareCode: row.brukare_code,
          workGroupId: row.work_group_id,
          employees: counted.officialEmployees,
        })),
        definition: definitionOf(settings.smallestCell),
      };
    });
  }

  private async planOf(unitId: string, planId: string | undefined): Promise<PlanOfWeek | null> {
    if (planId === undefined) return null;
    const plan = await this.continuity.findPlan(unitId, planId);
    if (plan === null) throw notFound();
    return plan;
  }
}

interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly plannedFrom: LocalDate;
  /** Of the plan's week; null without a plan. */
  readonly monday: LocalDate | null;
}

/** The 14 days that end with the day asked for: the Sunday of the plan's week, or yesterday, where nobody says. */
function windowOf(query: ContinuityQuery, plan: PlanOfWeek | null): Window {
  const asOf = asOfDay(query.asOf);
  const monday = plan === null ? null : (datesOfWeek(isoWeek(plan.week))[0] ?? asOf);
  const lastDay = monday === null ? addDays(asOf, -1) : addDays(monday, 6);
  const to = query.to === undefined ? lastDay : localDate(query.to);
  // The plan stands for its whole week, also where a part of the week has passed.
  const plannedFrom = monday !== null && monday < asOf ? monday : asOf;
  return { from: addDays(to, 1 - CONTINUITY_DAYS), to, plannedFrom, monday };
}

const definitionOf = (smallestCell: number): string =>
  'Personalkontinuitet: antal olika medarbetare en brukare möter under 14 dagar. Det officiella måttet (Kolada) räknar ' +
  'brukare som är 65 år eller äldre, har minst två besök varje dag klockan 07–22 och är hemma hela perioden; ' +
  'trygghetslarm, matleveranser och hemsjukvård räknas inte. Det bredare måttet räknar alla brukare med minst ett besök. ' +
  `Kvinnor och män visas var för sig när ingen grupp är mindre än ${smallestCell}.`;
