import type { OrderKind } from '@hemtjanst/domain';
import { countedVisitsSql } from './counted-visits-sql.js';

/** Farther than any time of the day: nothing is agreed for that weekday. */
const NOTHING_AGREED = 1440;

const KIND_ORDER: readonly OrderKind[] = ['hemtjanst', 'tryggt_mottagande', 'avlosning', 'ledsagning', 'larm'];

/**
 * `measured`: counted visits with their order and the minutes each adds. Most brukare have one order a day, found by a
 * plain join; only where several are valid the agreed times of day are compared (`orderOfVisit` of the domain).
 */
export const measuredVisitsSql = ({
  ofBrukare,
  countsAt,
}: {
  readonly ofBrukare: boolean;
  /** The parameter that says how often double staffing counts, e.g. `$5`. */
  readonly countsAt: string;
}): string => `
  WITH ${countedVisitsSql({ ofBrukare })},
  valid_order AS (
    SELECT id, brukare_id, from_date, to_date, kind, double_staffing, code, kind = 'larm' AS is_larm,
      count(*) OVER (PARTITION BY brukare_id, kind = 'larm') = 1 AS is_only
    FROM ramtid_order
    WHERE unit_id = $1 ${ofBrukare ? 'AND brukare_id = $4' : ''}
      AND from_date <= $3::date AND (to_date IS NULL OR to_date >= $2::date)
  ),
  shared AS (SELECT DISTINCT brukare_id, is_larm FROM valid_order WHERE NOT is_only),
  with_order AS (
    SELECT counted_visit.*, kind IN ('besok', 'larm') AS is_done,
      coalesce(planned.order_id, only_order.id, nearest.id) AS order_id,
      -- Time without an order: answered larm is kept apart, as larm orders are.
      coalesce(planned.order_id, only_order.id, nearest.id) IS NULL AND counted_visit.kind = 'larm' AS is_stray_larm
    FROM counted_visit
    LEFT JOIN (SELECT id, order_id FROM planned_visit) planned ON planned.id = counted_visit.planned_visit_id
    LEFT JOIN (SELECT id, brukare_id, is_larm, from_date, to_date FROM valid_order WHERE is_only) only_order
      ON only_order.brukare_id = counted_visit.brukare_id AND only_order.is_larm = (counted_visit.kind = 'larm')
        AND on_date >= only_order.from_date AND (only_order.to_date IS NULL OR on_date <= only_order.to_date)
    LEFT JOIN shared ON shared.brukare_id = counted_visit.brukare_id AND shared.is_larm = (counted_visit.kind = 'larm')
    LEFT JOIN LATERAL (
      SELECT candidate.id
      FROM valid_order candidate
      LEFT JOIN LATERAL (
        SELECT min(greatest(0, earliest_minute - minute_of_day, minute_of_day - latest_minute)) AS minutes
        FROM genomforandeplan plan
        JOIN visit_template template ON template.genomforandeplan_id = plan.id AND template.is_current,
          (SELECT extract(hour FROM local_time) * 60 + extract(minute FROM local_time) AS minute_of_day
           FROM (SELECT counted_from AT TIME ZONE 'Europe/Stockholm' AS local_time) clock) day_time
        WHERE plan.order_id = candidate.id AND plan.replaced_at IS NULL
          AND (weekdays IS NULL OR extract(isodow FROM on_date)::smallint = ANY (weekdays))
      ) distance ON true
      WHERE shared.brukare_id IS NOT NULL AND planned.order_id IS NULL
        AND candidate.brukare_id = counted_visit.brukare_id AND candidate.is_larm = shared.is_larm
        AND on_date >= candidate.from_date AND (candidate.to_date IS NULL OR on_date <= candidate.to_date)
      ORDER BY least(coalesce(distance.minutes, ${NOTHING_AGREED}), ${NOTHING_AGREED}),
        array_position(ARRAY[${KIND_ORDER.map((kind) => `'${kind}'`).join(', ')}], candidate.kind),
        candidate.code COLLATE "C"
      LIMIT 1
    ) nearest ON true
  ),
  presence AS (
    SELECT with_order.*,
      -- Two at once count twice only where order and unit say so; one employee is never there twice.
      CASE WHEN ${countsAt} = 2 AND ramtid_order.double_staffing THEN with_order.employee_id END AS counted_for
    FROM with_order LEFT JOIN ramtid_order ON ramtid_order.id = with_order.order_id
  ),
  measured AS (
    SELECT *,
      CASE WHEN is_done AND registered_to IS NOT NULL THEN greatest(0, extract(epoch FROM registered_to
        - greatest(registered_from, max(registered_to) OVER by_registered))) / 60 ELSE 0 END AS registered_minutes,
      CASE WHEN is_done AND counted_to IS NOT NULL THEN greatest(0, extract(epoch FROM counted_to
        - greatest(counted_from, max(counted_to) OVER by_counted))) / 60 ELSE 0 END AS performed_minutes
    FROM presence
    WINDOW
      by_registered AS (PARTITION BY order_id, brukare_id, is_stray_larm, on_date, counted_for, is_done
        ORDER BY registered_from, registered_to, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
      by_counted AS (PARTITION BY order_id, brukare_id, is_stray_larm, on_date, counted_for, is_done
        ORDER BY counted_from, counted_to, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )`;
