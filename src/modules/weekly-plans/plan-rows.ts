import type { InsatsCode, RouteStopKind, TravelMode } from '@hemtjanst/domain';

/** The rows one plan consists of, named as the columns are: written and read in bulk, one statement per table. */
export interface PlanRows {
  readonly visits: readonly PlannedVisitRow[];
  readonly staff: readonly VisitStaffRow[];
  readonly routes: readonly PlannedRouteRow[];
  readonly unassigned: readonly UnassignedDemandRow[];
}

export interface PlannedVisitRow {
  readonly id: string;
  readonly visit_key: string;
  readonly demand_key: string;
  readonly brukare_id: string;
  readonly work_group_id: string;
  readonly order_id: string;
  readonly template_key: string;
  readonly on_date: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly service_minutes: number;
  readonly helper_starts_at: string | null;
  readonly helper_ends_at: string | null;
  readonly helper_service_minutes: number | null;
  readonly insatser: readonly InsatsCode[];
  readonly pinned: boolean;
  readonly is_proposed: boolean;
}

/** Who does a visit: position 1 the whole visit, position 2 the helper's part of it. */
export interface VisitStaffRow {
  readonly visit_id: string;
  readonly position: 1 | 2;
  readonly employee_id: string;
  readonly shift_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
}

export interface PlannedRouteRow {
  readonly id: string;
  readonly shift_id: string;
  readonly employee_id: string;
  readonly work_group_id: string;
  readonly on_date: string;
  readonly mode: TravelMode;
  readonly start_premises_id: string;
  readonly end_premises_id: string;
  readonly stops: readonly StoredStop[];
}

/** One stop as kept in `planned_route.stops`. It is at a brukare's or at premises, never both. */
export interface StoredStop {
  readonly kind: RouteStopKind;
  readonly visitId: string | null;
  readonly brukareId: string | null;
  readonly premisesId: string | null;
  readonly travelSeconds: number;
  readonly travelMeters: number;
  readonly handlingSeconds: number;
  readonly waitSeconds: number;
  readonly arrivesAt: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isEstimated: boolean;
}

export interface UnassignedDemandRow {
  readonly demand_key: string;
  readonly template_key: string;
  readonly brukare_id: string;
  readonly on_date: string;
  readonly service_minutes: number;
  readonly priority: 1 | 2 | 3;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly ways_out: readonly { readonly code: string; readonly text: string }[];
}
