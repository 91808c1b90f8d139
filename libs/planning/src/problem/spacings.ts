import type { Spacing } from '@hemtjanst/solver';
import { daysApart } from '../rules/days-between.js';
import type { VisitRow } from './visit-rows.js';

/** Demands of one template that the planner may move between days keep the agreed distance; fixed days need no rule. */
export function spacingsOf(rows: readonly VisitRow[]): Spacing[] {
  const rowsByTemplate = new Map<string, number[]>();
  rows.forEach(({ part, demand }, row) => {
    if (part !== 'main') return;
    const group = rowsByTemplate.get(demand.templateId) ?? [];
    rowsByTemplate.set(demand.templateId, [...group, row]);
  });
  return [...rowsByTemplate.values()]
    .filter((group) => group.length > 1 && group.some((row) => rows[row].demand.allowedDates.length > 1))
    .map((group) => ({ visits: group, minDays: daysApart(rows[group[0]].demand) }));
}
