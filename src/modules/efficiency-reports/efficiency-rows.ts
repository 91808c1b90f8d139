import type { OrderKind } from '@hemtjanst/domain';

/** Days of a unit; both included. */
export interface EfficiencyQuestion {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly doubleStaffingCounts: 1 | 2;
}

export interface OrderOfGroupRow {
  readonly id: string;
  readonly code: string;
  readonly brukare_id: string;
  readonly brukare_code: string;
  readonly work_group_id: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly hours_per_month: number;
  readonly kind: OrderKind;
}

/** Minutes and records of a work group. */
export interface GroupSumRow {
  readonly work_group_id: string;
  readonly minutes: number;
  readonly records: number;
}

export interface ShiftRow {
  readonly id: string;
  readonly code: string;
  readonly employee_id: string;
  readonly employee_code: string;
  readonly work_group_id: string;
  readonly premises_id: string;
  readonly on_date: string;
  readonly starts_minute: number;
  readonly ends_minute: number;
  readonly break_minutes: number;
}

/** What a published route lets the shift's time go to. */
export interface RouteSumRow {
  readonly shift_id: string;
  readonly plan_id: string;
  readonly visits: number;
  readonly visit_minutes: number;
  readonly travel_minutes: number;
  readonly handling_minutes: number;
  readonly kringtid_minutes: number;
  readonly wait_minutes: number;
  readonly rast_minutes: number;
}

/** Of a route's kringtid, what a meeting takes. */
export interface KeptForMeetingRow {
  readonly shift_id: string;
  readonly minutes: number;
}

/** What was registered during a shift. */
export interface RegisteredShiftRow {
  readonly shift_id: string;
  readonly visits: number;
  readonly visit_minutes: number;
  readonly larm_minutes: number;
  readonly short_gap_minutes: number;
}

export interface StaffAbsenceRow {
  readonly employee_id: string;
  readonly from_date: string;
  readonly from_minute: number;
  readonly to_date: string;
  readonly to_minute: number;
}

export interface PlanCeilingRow {
  readonly id: string;
  readonly work_group_id: string | null;
  readonly staff_minutes: number;
  /** Null: the plan was made without one. */
  readonly attainable_efficiency: number | null;
}

export interface PlacedGroupRow {
  readonly id: string;
  readonly name: string;
  readonly premises_id: string;
}
