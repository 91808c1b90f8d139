import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** Who comes to a brukare as a new face: nobody has seen the pair in the 14 days before the visit (domain.md section 3). */
@Injectable()
export class NewFacesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Employees by visit, for the visits given. Seen counts in the history, in earlier days of the same plan, and in what
   * is published for the weeks before; another version of the same week says nothing.
   */
  async findByVisit(planId: string, visitIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.rows<{ readonly visit_id: string; readonly employee_ids: readonly string[] }>(
      `SELECT visit.id AS visit_id, array_agg(staff.employee_id ORDER BY staff.position) AS employee_ids
       FROM planned_visit visit
       JOIN planned_visit_employee staff ON staff.plan_id = visit.plan_id AND staff.visit_id = visit.id
       WHERE visit.plan_id = $1 AND visit.id = ANY ($2)
         AND NOT EXISTS (SELECT FROM history_visit seen
           WHERE seen.employee_id = staff.employee_id AND seen.brukare_id = visit.brukare_id
             AND seen.on_date >= visit.on_date - 14 AND seen.on_date < visit.on_date)
         AND NOT EXISTS (SELECT FROM planned_visit earlier
           JOIN planned_visit_employee person ON person.plan_id = earlier.plan_id AND person.visit_id = earlier.id
           WHERE person.employee_id = staff.employee_id AND earlier.brukare_id = visit.brukare_id
             AND earlier.unit_id = visit.unit_id
             AND earlier.on_date >= visit.on_date - 14 AND earlier.starts_at < visit.starts_at
             AND (earlier.plan_id = visit.plan_id
               OR earlier.is_published AND earlier.on_date < date_trunc('week', visit.on_date)))
       GROUP BY visit.id`,
      [planId, visitIds],
    );
    return new Map(rows.map(({ visit_id, employee_ids }) => [visit_id, employee_ids]));
  }
}
