/**
 * Registered visits as they count, as common table expressions for a query to build on. Parameters: $1 unit, $2 first and
 * $3 last day, $4 the brukare where `ofBrukare`. The last of them is
 *
 *   counted_visit (id, employee_id, brukare_id, planned_visit_id, kind, registered_from, registered_to, is_adjusted,
 *                  counted_from, counted_to, on_date)
 *
 * with every visit whose counted time starts on one of the days, times in whole minutes (seconds cut off), `_to` null
 * while the end is missing. Events are put together as `pairEvents` of registered-times does: a start and the event after
 * it of the same employee at the same visit, where that is a stop. The last correction counts.
 */
export const countedVisitsSql = ({ ofBrukare }: { readonly ofBrukare: boolean }): string => `
  period AS (
    SELECT ($2::date::timestamp AT TIME ZONE 'Europe/Stockholm') AS first_instant,
      (($3::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS last_instant
  ),
  -- Two days more on each side: a visit may cross midnight, and its start decides what the stop belongs to.
  event AS (
    SELECT id, employee_id, brukare_id, planned_visit_id, kind, occurred_at, ended_at
    FROM registered_time
    WHERE unit_id = $1 ${ofBrukare ? 'AND brukare_id = $4' : ''}
      AND occurred_at >= (SELECT first_instant FROM period) - interval '2 days'
      AND occurred_at < (SELECT last_instant FROM period) + interval '2 days'
  ),
  door_event AS (
    SELECT *, lead(kind) OVER visit AS next_kind, lead(occurred_at) OVER visit AS next_at, lag(kind) OVER visit AS previous_kind
    FROM event WHERE kind IN ('start', 'stop')
    -- At the same instant leaving comes before coming: 'stop' sorts after 'start'.
    WINDOW visit AS (PARTITION BY employee_id, coalesce(planned_visit_id, brukare_id) ORDER BY occurred_at, kind DESC, id)
  ),
  registration AS (
    SELECT id, employee_id, brukare_id, planned_visit_id, kind, occurred_at AS starts_at,
      coalesce(ended_at, occurred_at) AS ends_at
    FROM event WHERE kind NOT IN ('start', 'stop')
    UNION ALL
    -- A stop without a start is a visit of no length until somebody corrects it.
    SELECT id, employee_id, brukare_id, planned_visit_id, 'besok', occurred_at,
      CASE WHEN kind = 'stop' THEN occurred_at WHEN next_kind = 'stop' THEN next_at END
    FROM door_event WHERE kind = 'start' OR previous_kind IS DISTINCT FROM 'start'
    UNION ALL
    SELECT * FROM (${movedHere(ofBrukare)}) moved_here
  ),
  timed AS (
    SELECT registration.id, employee_id, brukare_id, planned_visit_id, kind,
      date_trunc('minute', registration.starts_at) AS registered_from,
      date_trunc('minute', registration.ends_at) AS registered_to,
      correction.starts_at IS NOT NULL AS is_adjusted,
      date_trunc('minute', coalesce(correction.starts_at, registration.starts_at)) AS counted_from,
      date_trunc('minute', coalesce(correction.ends_at, registration.ends_at)) AS counted_to
    FROM registration LEFT JOIN LATERAL (
      SELECT starts_at, ends_at FROM registered_time_correction
      WHERE registered_time_id = registration.id ORDER BY corrected_at DESC, id DESC LIMIT 1
    ) correction ON true
  ),
  counted_visit AS (
    SELECT *, (counted_from AT TIME ZONE 'Europe/Stockholm')::date AS on_date
    FROM timed
    WHERE counted_from >= (SELECT first_instant FROM period) AND counted_from < (SELECT last_instant FROM period)
  )`;

/** The few visits that a correction moved into the period from far outside it. */
const movedHere = (ofBrukare: boolean): string => `
  SELECT DISTINCT ON (first_event.id) first_event.id, first_event.employee_id, first_event.brukare_id,
    first_event.planned_visit_id, CASE WHEN first_event.kind IN ('start', 'stop') THEN 'besok' ELSE first_event.kind END,
    first_event.occurred_at,
    CASE WHEN first_event.kind = 'stop' THEN first_event.occurred_at
      WHEN first_event.kind = 'start' THEN CASE WHEN next_event.kind = 'stop' THEN next_event.occurred_at END
      ELSE coalesce(first_event.ended_at, first_event.occurred_at) END
  FROM registered_time_correction correction
  JOIN registered_time first_event ON first_event.id = correction.registered_time_id
  LEFT JOIN LATERAL (
    SELECT later.kind, later.occurred_at FROM registered_time later
    WHERE first_event.kind = 'start' AND later.kind IN ('start', 'stop')
      AND later.employee_id = first_event.employee_id
      AND coalesce(later.planned_visit_id, later.brukare_id) = coalesce(first_event.planned_visit_id, first_event.brukare_id)
      AND (later.occurred_at > first_event.occurred_at
        OR later.occurred_at = first_event.occurred_at AND later.kind = 'start' AND later.id > first_event.id)
    ORDER BY later.occurred_at, later.kind DESC, later.id LIMIT 1
  ) next_event ON true
  WHERE correction.unit_id = $1 ${ofBrukare ? 'AND first_event.brukare_id = $4' : ''}
    AND correction.starts_at >= (SELECT first_instant FROM period)
    AND correction.starts_at < (SELECT last_instant FROM period)
    AND (first_event.occurred_at < (SELECT first_instant FROM period) - interval '2 days'
      OR first_event.occurred_at >= (SELECT last_instant FROM period) + interval '2 days')`;
