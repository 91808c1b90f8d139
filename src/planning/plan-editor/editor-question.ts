import type {
  CareUnit,
  DemandAdjustment,
  Instant,
  IsoWeek,
  PlannedRoute,
  PlannedVisit,
  PlanMetrics,
  TravelMode,
  UnassignedDemand,
  UnitSettings,
  WeeklyPlan,
} from '@hemtjanst/domain';
import type {
  BrokenRule,
  MovePrice,
  PlaceExplanation,
  PublishedPlan,
  RankedPlaces,
  RideTable,
  WayOutOffer,
} from '@hemtjanst/planning';

/** One edit of a plan by hand, in the unit's own codes; visits are named by the demand they fulfil. */
export type PlanEditWish =
  | ({ readonly kind: 'move' | 'place' } & DropTarget)
  | { readonly kind: 'swap'; readonly demandId: string; readonly otherDemandId: string }
  | { readonly kind: 'unassign' | 'lock' | 'unlock'; readonly demandId: string }
  /** Only what every edit does first: visits of the demand's group that cannot stay where they lie are left out. */
  | { readonly kind: 'release'; readonly demandId: string };

interface DropTarget {
  readonly demandId: string;
  readonly shiftId: string;
  /** Null: as early as it fits, at the cheapest place. */
  readonly startsAt: Instant | null;
  /** A visit for two; null: the second employee stays where possible. */
  readonly helperShiftId: string | null;
}

export type EditorQuestion =
  | { readonly kind: 'apply'; readonly edit: PlanEditWish }
  | ({ readonly kind: 'price' } & DropTarget)
  | { readonly kind: 'places'; readonly demandId: string }
  | { readonly kind: 'explain'; readonly demandId: string }
  | { readonly kind: 'ways-out'; readonly demandId: string; readonly lenders: readonly LendingGroup[] };

/** Another group whose staff might be lent for a visit, with the plan of its week. */
export interface LendingGroup {
  /** Code of the group. */
  readonly workGroupId: string;
  /** Its plan and what people go by of it. Null: the plan in question holds this group too. */
  readonly planned: { readonly plan: WeeklyPlan; readonly published: PublishedPlan | null } | null;
  readonly adjustments: readonly DemandAdjustment[];
  /** Of the group's own places and the visit's. */
  readonly rides: ReadonlyMap<TravelMode, RideTable>;
}

/** The parts of the plan that an edit changed, and the plan's figures after it. */
export interface EditedParts {
  readonly demandIds: readonly string[];
  readonly shiftIds: readonly string[];
  readonly visits: readonly PlannedVisit[];
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly UnassignedDemand[];
  readonly metrics: PlanMetrics;
}

export interface EditorAnswers {
  readonly apply:
    | {
        readonly isAllowed: true;
        /** What had to be left out first, because who had it is absent now; null: nothing. */
        readonly released: EditedParts | null;
        /** What the edit itself changes, after that; null: it was done with the release. */
        readonly changed: EditedParts | null;
      }
    | { readonly isAllowed: false; readonly violations: readonly BrokenRule[] };
  readonly price: MovePrice;
  readonly places: RankedPlaces;
  readonly explain: PlaceExplanation;
  readonly 'ways-out': readonly WayOutOffer[];
}

export type EditorAnswer<Kind extends EditorQuestion['kind']> = EditorAnswers[Kind];

/** One work group's part of one state of a plan. */
export interface EditorAddress {
  readonly planId: string;
  /** Names what the plan holds: the same name, the same visits in the same places. */
  readonly stateId: string;
  /** Code of the group. */
  readonly workGroupId: string;
}

/** What the editor is given once per plan and group: everything an answer hangs on. */
export interface EditorInput {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly settings: UnitSettings;
  readonly plan: WeeklyPlan;
  /** What the ledger changed in the week's demands when the plan was made. */
  readonly adjustments: readonly DemandAdjustment[];
  /** What people already go by; null: nothing of the week is published. */
  readonly published: PublishedPlan | null;
  readonly rides: ReadonlyMap<TravelMode, RideTable>;
}

export type EditorRequest =
  | { readonly id: number; readonly kind: 'ask'; readonly address: EditorAddress; readonly question: EditorQuestion }
  | { readonly id: number; readonly kind: 'load'; readonly address: EditorAddress; readonly input: EditorInput }
  /** The edit that request `id` applied is kept under this name from now on. */
  | { readonly id: number; readonly kind: 'keep'; readonly stateId: string };

export type EditorReply =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: EditorAnswers[EditorQuestion['kind']] }
  | { readonly id: number; readonly kind: 'loaded' }
  | { readonly id: number; readonly kind: 'unknown-state' }
  | { readonly id: number; readonly kind: 'failure'; readonly message: string };
