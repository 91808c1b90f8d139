import type { VisitStaffRow } from './plan-rows.js';

/** Who does each visit, by visit id: first the one with the whole visit, then the helper. */
export function staffOfVisits(rows: readonly VisitStaffRow[]): (visitId: string) => readonly VisitStaffRow[] {
  const byVisit = new Map<string, VisitStaffRow[]>();
  for (const row of [...rows].sort((a, b) => a.position - b.position)) {
    const staff = byVisit.get(row.visit_id);
    if (staff === undefined) byVisit.set(row.visit_id, [row]);
    else staff.push(row);
  }
  return (visitId) => byVisit.get(visitId) ?? [];
}
