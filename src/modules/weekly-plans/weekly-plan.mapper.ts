import { instantOfDate, type Violation } from '@hemtjanst/domain';
import type {
  PlanComparisonAnswer,
  PlannedVisitAnswer,
  PlanViolationAnswer,
  UnassignedDemandAnswer,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import type { CodeIndex } from '../../database/code-index.js';
import type { PlanComparison, VisitPlacement } from './compare-plans.js';
import type { VisitCounts } from './plan-parts.repository.js';
import type { PlannedVisitRow, UnassignedDemandRow, VisitStaffRow } from './plan-rows.js';
import type { UnitRecords } from './unit-records.js';
import type { StoredPlan } from './weekly-plan.repository.js';

export function planAnswer(plan: StoredPlan, counts: VisitCounts | undefined): WeeklyPlanAnswer {
  return {
    id: plan.id,
    week: plan.week,
    workGroupId: plan.workGroupId,
    planVersion: plan.version,
    status: plan.status,
    version: plan.rowVersion,
    runId: plan.runId,
    madeAt: instantOfDate(plan.madeAt),
    madeFrom: { settingsVersion: plan.madeFrom.settingsVersion, basedOnPlanId: plan.madeFrom.basedOnPlanId },
    seed: plan.seed,
    travel: travelAnswer(plan.travel),
    metrics: metricsAnswer(plan.metrics),
    visitCount: counts?.visits ?? 0,
    pinnedCount: counts?.pinned ?? 0,
    publishedAt: instantOrNull(plan.publishedAt),
    publishedBy: plan.publishedBy,
    replacedAt: instantOrNull(plan.replacedAt),
  };
}

function travelAnswer(travel: StoredPlan['travel']): WeeklyPlanAnswer['travel'] {
  return {
    source: travel.source,
    mapId: travel.mapId,
    estimatedLegs: travel.estimatedLegs,
    profiles: { ...travel.profiles },
  };
}

export function metricsAnswer(metrics: StoredPlan['metrics']): WeeklyPlanAnswer['metrics'] {
  return {
    visitMinutes: metrics.visitMinutes,
    travelMinutes: metrics.travelMinutes,
    handlingMinutes: metrics.handlingMinutes,
    waitMinutes: metrics.waitMinutes,
    breakMinutes: metrics.breakMinutes,
    kringtidMinutes: metrics.kringtidMinutes,
    staffMinutes: metrics.staffMinutes,
    plannedEfficiency: metrics.plannedEfficiency,
    distinctEmployeesPer14Days: { ...metrics.distinctEmployeesPer14Days },
    unassignedVisits: metrics.unassignedVisits,
    contactPersonShare: metrics.contactPersonShare,
    travelMeters: metrics.travelMeters,
    objective: metrics.objective,
    lowerBound: metrics.lowerBound,
    attainableEfficiency: metrics.attainableEfficiency,
  };
}

export function visitAnswer(
  row: PlannedVisitRow,
  staff: readonly VisitStaffRow[],
  newFaceEmployeeIds: readonly string[],
): PlannedVisitAnswer {
  return {
    id: row.id,
    brukareId: row.brukare_id,
    ramtidOrderId: row.order_id,
    templateCode: row.template_key,
    visitDemandId: row.demand_key,
    date: row.on_date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    serviceMinutes: row.service_minutes,
    employeeIds: staff.map((person) => person.employee_id),
    shiftIds: staff.map((person) => person.shift_id),
    helper: helperAnswer(row),
    insatser: [...row.insatser],
    pinned: row.pinned,
    isProposed: row.is_proposed,
    newFaceEmployeeIds: [...newFaceEmployeeIds],
  };
}

function helperAnswer(row: PlannedVisitRow): PlannedVisitAnswer['helper'] {
  if (row.helper_starts_at === null || row.helper_ends_at === null || row.helper_service_minutes === null) return null;
  return {
    startsAt: row.helper_starts_at,
    endsAt: row.helper_ends_at,
    serviceMinutes: row.helper_service_minutes,
  };
}

export function unassignedAnswer(row: UnassignedDemandRow): UnassignedDemandAnswer {
  return {
    visitDemandId: row.demand_key,
    templateCode: row.template_key,
    brukareId: row.brukare_id,
    date: row.on_date,
    serviceMinutes: row.service_minutes,
    priority: row.priority,
    reasons: row.reasons.map(({ code, text }) => ({ code, text })),
    waysOut: row.ways_out.map(({ code, text }) => ({ code, text })),
  };
}

export function comparisonAnswer(from: StoredPlan, to: StoredPlan, comparison: PlanComparison): PlanComparisonAnswer {
  return {
    fromPlanId: from.id,
    toPlanId: to.id,
    metrics: { from: metricsAnswer(from.metrics), to: metricsAnswer(to.metrics) },
    visits: comparison.visits.map((change) => ({
      visitDemandId: change.visitDemandId,
      brukareId: change.brukareId,
      change: change.change,
      from: placementAnswer(change.from),
      to: placementAnswer(change.to),
    })),
    unchangedVisits: comparison.unchangedVisits,
    employees: comparison.employees.map(({ employeeId, from: before, to: after, changedVisits }) => ({
      employeeId,
      from: { ...before },
      to: { ...after },
      changedVisits,
    })),
  };
}

const placementAnswer = (placement: VisitPlacement | null) =>
  placement === null
    ? null
    : { startsAt: placement.startsAt, endsAt: placement.endsAt, employeeIds: [...placement.employeeIds] };

/** The checker speaks in the unit's codes; callers know records by id. A record of another kind of code becomes null. */
export function violationAnswer(
  violation: Violation,
  records: UnitRecords,
  idOfVisit: ReadonlyMap<string, string>,
): PlanViolationAnswer {
  return {
    rule: violation.rule,
    severity: violation.severity,
    shiftId: idIfKnown(records.shifts, violation.shiftId),
    visitId: violation.visitId === null ? null : (idOfVisit.get(violation.visitId) ?? null),
    employeeId: idIfKnown(records.employees, violation.employeeId),
    brukareId: idIfKnown(records.brukare, violation.brukareId),
    date: violation.date,
    amount: violation.amount,
    text: violation.text,
  };
}

const idIfKnown = (index: CodeIndex, code: string | null): string | null =>
  code !== null && index.hasCode(code) ? index.idOf(code) : null;

const instantOrNull = (date: Date | null): string | null => (date === null ? null : instantOfDate(date));
