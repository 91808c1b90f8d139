/** A broken rule in a plan: which, where, and by how much. `hard` rules stop publishing unless overridden with a reason. */
export interface Violation {
  /** Stable code, e.g. `overlap`, `leg-too-short`, `rast-missing`. */
  readonly rule: string;
  readonly severity: 'hard' | 'soft';
  readonly shiftId: string | null;
  readonly visitId: string | null;
  readonly employeeId: string | null;
  readonly brukareId: string | null;
  readonly date: string | null;
  /** How far beyond the limit, in the rule's own unit (seconds where nothing else is said). */
  readonly amount: number | null;
  /** Swedish sentence without names. */
  readonly text: string;
}
