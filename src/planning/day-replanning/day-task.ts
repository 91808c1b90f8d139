import type { AlternativeKind, DayAlternative, ReplanRequest } from '@hemtjanst/planning';
import type { EditedParts, EditorInput } from '../plan-editor/editor-question.js';

/** One day of one group's plan, and what happened on it. */
export interface DayTask {
  readonly input: EditorInput;
  /** Code of the group. */
  readonly workGroupId: string;
  readonly request: Omit<ReplanRequest, 'search'>;
  /** For all alternatives together; null: a fixed number of steps, which gives the same answer every time. */
  readonly seconds: number | null;
}

/** A way to plan a day anew: what it means for everybody, and what it changes of the plan. */
export interface ReplannedDay extends Omit<DayAlternative, 'plan'> {
  /** After the shifts' ends, beyond what the plan has already. */
  readonly overtimeMinutes: number;
  readonly changed: EditedParts;
}

/** How far a day has come: the alternative that is searched for now, and its best plan so far. */
export interface DayProgress {
  /** 0–1. */
  readonly fraction: number;
  readonly alternative: AlternativeKind;
  readonly bestCost: number;
  readonly leftOutVisits: number;
  readonly plannedEfficiency: number;
  readonly facesMean: number;
  readonly facesAbove10: number;
  readonly contactPersonShare: number;
}

export type DayThreadAnswer =
  | { readonly kind: 'progress'; readonly progress: DayProgress }
  | { readonly kind: 'result'; readonly days: readonly ReplannedDay[] }
  | { readonly kind: 'failure'; readonly message: string };
