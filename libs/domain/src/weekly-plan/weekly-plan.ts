import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { Instant, IsoWeek, LocalDate } from '../time/units.js';
import type { TravelMode } from '../travel/travel-mode.js';

/** A planned week, exactly as `plan.json` holds it (formats.md section 2). Times are instants with offset. */
export interface WeeklyPlan {
  readonly schemaVersion: 1;
  readonly unit: string;
  readonly week: IsoWeek;
  readonly timeZone: 'Europe/Stockholm';
  readonly seed: number;
  /** Only these groups are planned; null: the whole unit. */
  readonly workGroupIds: readonly string[] | null;
  readonly travel: PlanTravel;
  readonly visits: readonly PlannedVisit[];
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly UnassignedDemand[];
  readonly metrics: PlanMetrics;
}

export interface PlanTravel {
  readonly source: 'osrm' | 'street-network' | 'estimate';
  readonly mapId: string;
  /** Pairs that had to be estimated although the source is a street source. */
  readonly estimatedLegs: number;
  readonly profiles: Readonly<Partial<Record<TravelMode, TravelProfile>>>;
}

/** What is added to the ride (seconds), written into the plan so that a reader can recompute every leg. */
export interface TravelProfile {
  readonly handlingSecondsPerStop: number;
  readonly winterFactor: number;
}

export interface PlannedVisit {
  readonly id: string;
  readonly brukareId: string;
  readonly orderId: string;
  readonly templateId: string;
  /** The demand it fulfils. */
  readonly demandId: string;
  readonly date: LocalDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly serviceMinutes: number;
  /** First the one with the whole visit, then the helper of a visit for two. */
  readonly employeeIds: readonly string[];
  readonly shiftIds: readonly string[];
  /** Set where a second employee comes: own start and minutes. */
  readonly helper: { readonly startsAt: Instant; readonly endsAt: Instant; readonly serviceMinutes: number } | null;
  readonly insatser: readonly InsatsCode[];
  readonly pinned: boolean;
  readonly isProposed: boolean;
}

/** One shift's day, from premises to premises. */
export interface PlannedRoute {
  readonly shiftId: string;
  readonly employeeId: string;
  readonly date: LocalDate;
  readonly mode: TravelMode;
  readonly startPlaceId: string;
  readonly endPlaceId: string;
  readonly stops: readonly RouteStop[];
}

export type RouteStopKind = 'visit' | 'break' | 'premises' | 'kringtid';

/** Travel and handling lie before `arrivesAt`, waiting between `arrivesAt` and `startsAt`. */
export interface RouteStop {
  readonly kind: RouteStopKind;
  /** Null unless kind is `visit`. */
  readonly visitId: string | null;
  readonly placeId: string;
  readonly travelSeconds: number;
  readonly travelMeters: number;
  readonly handlingSeconds: number;
  readonly waitSeconds: number;
  readonly arrivesAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** True where the leg's time is a straight-line estimate. */
  readonly isEstimated: boolean;
}

export interface UnassignedDemand {
  readonly demandId: string;
  readonly templateId: string;
  readonly brukareId: string;
  readonly date: LocalDate;
  readonly serviceMinutes: number;
  readonly priority: 1 | 2 | 3;
  /** `code` is stable, `text` Swedish. */
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly waysOut: readonly { readonly code: string; readonly text: string }[];
}

export interface PlanMetrics {
  readonly visitMinutes: number;
  readonly travelMinutes: number;
  readonly handlingMinutes: number;
  readonly waitMinutes: number;
  readonly breakMinutes: number;
  readonly kringtidMinutes: number;
  /** Paid shift time without the unpaid rast. */
  readonly staffMinutes: number;
  /** visitMinutes / staffMinutes, 0–1. */
  readonly plannedEfficiency: number;
  readonly distinctEmployeesPer14Days: {
    readonly mean: number;
    readonly median: number;
    readonly max: number;
    readonly shareAbove10: number;
  };
  readonly unassignedVisits: number;
  /** Share of visits with a kontaktman where the kontaktman comes. */
  readonly contactPersonShare: number;
  readonly travelMeters: number;
  readonly objective: number;
  /** No plan of the same problem costs less than this; null where no bound was computed. */
  readonly lowerBound: number | null;
  /**
   * The highest `plannedEfficiency` that any plan of this week's demands and shifts can reach, 0–1: the ceiling beside the
   * target. Null where no bound was computed.
   */
  readonly attainableEfficiency: number | null;
}

/** PlaceIds: `premises:<id>` and `brukare:<id>`. */
export type PlaceId = `premises:${string}` | `brukare:${string}`;
