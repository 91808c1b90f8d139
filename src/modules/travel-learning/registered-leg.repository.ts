import { Injectable } from '@nestjs/common';
import type { TravelMode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { countedVisitsSql } from '../ramtid-ledger/counted-visits-sql.js';

/** One registered way between two brukare, named as the columns are. */
export interface RegisteredLegRow {
  readonly employee_id: string;
  readonly from_brukare_id: string;
  readonly brukare_id: string;
  readonly mode: TravelMode;
  readonly arrival_minute: number;
  readonly gap_seconds: number;
  readonly travel_seconds: number;
  readonly wait_seconds: number;
  readonly is_estimated: boolean;
}

/** Registered visits beside the published routes. Reads the tables of the earlier stages and writes none. */
@Injectable()
export class RegisteredLegRepository {
  constructor(private readonly database: Database) {}

  /**
   * The ways of the days `from`–`to`, both included, that were planned and driven as planned: the two visits follow on
   * each other on the employee's published route, with no rast or kringtid between, and no other registration lies
   * between them. Corrected times are left out: they are what somebody remembers.
   */
  findLegs(unitId: string, from: string, to: string): Promise<readonly RegisteredLegRow[]> {
    return this.database.rows<RegisteredLegRow>(
      `WITH ${countedVisitsSql({ ofBrukare: false })},
       in_order AS (
         SELECT id, employee_id, brukare_id, kind, on_date, registered_from, registered_to, is_adjusted,
           lag(brukare_id) OVER day AS from_brukare_id, lag(registered_to) OVER day AS left_at,
           lag(kind) OVER day AS from_kind, lag(is_adjusted) OVER day AS is_from_adjusted
         FROM counted_visit WINDOW day AS (PARTITION BY employee_id, on_date ORDER BY registered_from, registered_to, id)
       ),
       -- A visit of no length is a stop without its start: when one came is not known.
       registered_leg AS (
         SELECT id, employee_id, from_brukare_id, brukare_id, on_date, registered_from,
           extract(epoch FROM registered_from - left_at)::int AS gap_seconds,
           registered_from AT TIME ZONE 'Europe/Stockholm' AS local_time
         FROM in_order
         WHERE kind = 'besok' AND from_kind = 'besok' AND NOT is_adjusted AND NOT is_from_adjusted
           AND left_at IS NOT NULL AND registered_to > registered_from AND brukare_id <> from_brukare_id
       ),
       stop AS (
         SELECT route.employee_id, route.on_date, route.mode, stop.value ->> 'kind' AS kind,
           (stop.value ->> 'brukareId')::uuid AS brukare_id, (stop.value ->> 'startsAt')::timestamptz AS starts_at,
           (stop.value ->> 'travelSeconds')::int AS travel_seconds, (stop.value ->> 'waitSeconds')::int AS wait_seconds,
           (stop.value ->> 'isEstimated')::boolean AS is_estimated,
           lag(stop.value ->> 'kind') OVER along AS from_kind,
           lag((stop.value ->> 'brukareId')::uuid) OVER along AS from_brukare_id
         FROM planned_route route
         JOIN weekly_plan plan ON plan.id = route.plan_id AND plan.status = 'publicerad',
           jsonb_array_elements(route.stops) WITH ORDINALITY AS stop (value, position)
         WHERE route.unit_id = $1 AND route.on_date BETWEEN $2::date AND $3::date
         WINDOW along AS (PARTITION BY route.id ORDER BY stop.position)
       ),
       planned_leg AS (SELECT * FROM stop WHERE kind = 'visit' AND from_kind = 'visit')
       -- The same way may be planned twice a day: the one nearest in time is meant.
       SELECT DISTINCT ON (registered_leg.id) registered_leg.employee_id, registered_leg.from_brukare_id,
         registered_leg.brukare_id, mode, gap_seconds, travel_seconds, wait_seconds, is_estimated,
         (extract(hour FROM local_time) * 60 + extract(minute FROM local_time))::int AS arrival_minute
       FROM registered_leg JOIN planned_leg USING (employee_id, on_date, from_brukare_id, brukare_id)
       ORDER BY registered_leg.id, abs(extract(epoch FROM planned_leg.starts_at - registered_leg.registered_from))`,
      [unitId, from, to],
    );
  }
}
