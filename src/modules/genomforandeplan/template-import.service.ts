import { Injectable } from '@nestjs/common';
import { instantOfDate, localOf, type VisitTemplate } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import { importedTable, type ImportedTable } from '../../database/imported-table.js';
import { GenomforandeplanRepository, type KeptPlan } from './genomforandeplan.repository.js';
import type { PlanDetails } from './plan-details.js';
import { templateToDomain, templateToRow, type TemplateRow } from './visit-template.mapper.js';

/** Reads and writes the agreed visits of many orders at once. */
@Injectable()
export class TemplateImportService {
  constructor(private readonly plans: GenomforandeplanRepository) {}

  /** What is agreed now, for the domain, of the orders that `orders` knows. */
  async loadTemplates(unitId: string, orders: CodeIndex): Promise<readonly VisitTemplate[]> {
    const plans = await this.plans.findCurrent(unitId);
    return plans
      .filter(({ orderId }) => orders.hasId(orderId))
      .flatMap(({ orderId, templates }) => templates.map((row) => templateToDomain(row, orders.codeOf(orderId))));
  }

  /**
   * Part of an import: the caller has opened the transaction. Where the file's visits of an order differ from what is
   * agreed, they become the next version of its plan; orders without visits in the file keep theirs.
   */
  async importTemplates(
    unitId: string,
    templates: readonly VisitTemplate[],
    orders: CodeIndex,
    accountId: string | null,
  ): Promise<{ readonly table: ImportedTable; readonly changedOrderIds: readonly string[] }> {
    const incoming = groupByOrder(templates, orders);
    const current = await this.plans.findCurrent(unitId);
    const planOf = new Map(current.map((plan) => [plan.orderId, plan]));
    const differing = [...incoming].filter(([orderId, rows]) => !isSamePlan(planOf.get(orderId), rows));
    await this.plans.replaceCurrent(
      unitId,
      differing.map(([orderId]) => orderId),
    );
    await this.plans.insert(
      unitId,
      differing.map(([orderId, rows]) => ({
        orderId,
        version: (planOf.get(orderId)?.version ?? 0) + 1,
        source: 'avtalad',
        agreedOn: today(),
        madeBy: accountId,
        status: 'bekraftad',
        ...keptDetails(planOf.get(orderId)),
        templates: rows,
      })),
    );
    return { table: countTemplates(current, incoming), changedOrderIds: differing.map(([orderId]) => orderId) };
  }
}

/** The folder brings visits only: what else was agreed stays agreed, and the next follow-up is counted from the order's list. */
const keptDetails = (plan: KeptPlan | undefined): PlanDetails => ({
  wishes: plan?.wishes ?? null,
  kontaktmanId: plan?.kontaktmanId ?? null,
  fastOmsorgskontakt: plan?.fastOmsorgskontakt ?? null,
  goals: plan?.goals ?? [],
  followUpOn: null,
});

/** The folder does not say when a plan was agreed: it holds from the day it came. */
function today(): string {
  return localOf(instantOfDate(new Date())).date;
}

function groupByOrder(
  templates: readonly VisitTemplate[],
  orders: CodeIndex,
): ReadonlyMap<string, readonly TemplateRow[]> {
  const groups = new Map<string, TemplateRow[]>();
  for (const template of templates) {
    const orderId = orders.idOf(template.orderId);
    const rows = groups.get(orderId) ?? [];
    rows.push(templateToRow(template));
    groups.set(orderId, rows);
  }
  return groups;
}

function isSamePlan(plan: KeptPlan | undefined, rows: readonly TemplateRow[]): boolean {
  if (plan === undefined || plan.templates.length !== rows.length) return false;
  const kept = new Set(plan.templates.map(textOf));
  return rows.every((row) => kept.has(textOf(row)));
}

function countTemplates(
  current: readonly KeptPlan[],
  incoming: ReadonlyMap<string, readonly TemplateRow[]>,
): ImportedTable {
  const kept = new Map(current.flatMap(({ templates }) => templates.map((row) => [row.code, textOf(row)])));
  const rows = [...incoming.values()].flat();
  const added = rows.filter(({ code }) => !kept.has(code)).length;
  const unchanged = rows.filter((row) => kept.get(row.code) === textOf(row)).length;
  const codes = new Set(rows.map(({ code }) => code));
  const missing = [...kept.keys()].filter((code) => !codes.has(code));
  return importedTable('besoksmallar.csv', { added, changed: rows.length - added - unchanged, unchanged }, missing);
}

/** Two rows with the same text agree on everything. */
function textOf(row: TemplateRow): string {
  return JSON.stringify([
    row.code,
    row.insatser,
    row.weekdays,
    row.times,
    row.everyWeeks,
    row.earliestMinute,
    row.latestMinute,
    row.serviceMinutes,
    row.helperMinutes,
    row.helperEarliest,
    row.helperLatest,
    row.competences,
    row.priority,
    row.isTimeCritical,
    row.afterCode,
    row.gapMinMinutes,
    row.gapMaxMinutes,
    row.minDaysBetween,
    row.isProposed,
  ]);
}
