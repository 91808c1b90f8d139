import { Injectable } from '@nestjs/common';
import type { TravelMode } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { countedVisitsSql } from '../ramtid-ledger/counted-visits-sql.js';

/** From one brukare to the next on an employee's day, named as the columns are. */
interface LegRow {
  readonly employee_id: string;
  readonly on_date: string;
  readonly from_brukare_id: string;
  readonly brukare_id: string;
  /** Start of the visit one comes to, seconds since 1970. */
  readonly starts_at_second: number;
}

export interface RegisteredLegRow extends LegRow {
  readonly arrival_minute: number;
  readonly gap_seconds: number;
}

export interface PlannedLegRow extends LegRow {
  readonly mode: TravelMode;
  readonly travel_seconds: number;
  readonly wait_seconds: number;
  readonly is_estimated: boolean;
}

/** Registered visits, and the published routes they belong to. Reads the tables of the earlier stages and writes none. */
@Injectable()
export class RegisteredLegRepository {
  constructor(private readonly database: Database) {}

  /**
   * Visits registered after each other on the days `from`–`to`, both included, with no other registration between.
   * Corrected times are left out: they are what somebody remembers.
   */
  findRegistered(unitId: string, from: string, to: string): Promise<readonly RegisteredLegRow[]> {
    return this.database.rows<RegisteredLegRow>(
      `WITH ${countedVisitsSql({ ofBrukare: false })},
       in_order AS (
         SELECT employee_id, brukare_id, kind, on_date, registered_from, registered_to, is_adjusted,
           lag(brukare_id) OVER day AS from_brukare_id, lag(registered_to) OVER day AS left_at,
           lag(kind) OVER day AS from_kind, lag(is_adjusted) OVER day AS is_from_adjusted,
           registered_from AT TIME ZONE 'Europe/Stockholm' AS local_time
         FROM counted_visit WINDOW day AS (PARTITION BY employee_id, on_date ORDER BY registered_from, registered_to, id)
       )
       SELECT employee_id, on_date::text, from_brukare_id, brukare_id,
         extract(epoch FROM registered_from)::float8 AS starts_at_second,
         extract(epoch FROM registered_from - left_at)::int AS gap_seconds,
         (extract(hour FROM local_time) * 60 + extract(minute FROM local_time))::int AS arrival_minute
       FROM in_order
       -- A visit of no length is a stop without its start: when one came is not known.
       WHERE kind = 'besok' AND from_kind = 'besok' AND NOT is_adjusted AND NOT is_from_adjusted
         AND left_at IS NOT NULL AND registered_to > registered_from AND brukare_id <> from_brukare_id`,
      [unitId, from, to],
    );
  }

  /** Legs of the published routes from visit to visit, with no rast or kringtid between. */
  findPlanned(unitId: string, from: string, to: string): Promise<readonly PlannedLegRow[]> {
    return this.database.rows<PlannedLegRow>(
      `WITH stop AS (
         SELECT route.employee_id, route.on_date, route.mode, stop.value,
           lag(stop.value) OVER (PARTITION BY route.id ORDER BY stop.position) AS from_stop
         FROM planned_route route
         JOIN weekly_plan plan ON plan.id = route.plan_id AND plan.status = 'publicerad',
           jsonb_array_elements(route.stops) WITH ORDINALITY AS stop (value, position)
         WHERE route.unit_id = $1 AND route.on_date BETWEEN $2::date AND $3::date
       )
       SELECT employee_id, on_date::text, mode, from_stop ->> 'brukareId' AS from_brukare_id,
         value ->> 'brukareId' AS brukare_id,
         extract(epoch FROM (value ->> 'startsAt')::timestamptz)::float8 AS starts_at_second,
         (value ->> 'travelSeconds')::int AS travel_seconds, (value ->> 'waitSeconds')::int AS wait_seconds,
         (value ->> 'isEstimated')::boolean AS is_estimated
       FROM stop WHERE value ->> 'kind' = 'visit' AND from_stop ->> 'kind' = 'visit'`,
      [unitId, from, to],
    );
  }
}
