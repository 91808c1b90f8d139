import type { InsatsCode } from '../genomforandeplan/insats.js';
import type { LocalDate } from '../time/units.js';

export type OrderKind = 'hemtjanst' | 'ledsagning' | 'avlosning' | 'tryggt_mottagande' | 'larm';

/**
 * The authority's order: needs, purpose and one sum of hours per calendar month, not minutes per insats
 * (domain.md section 1).
 */
export interface RamtidOrder {
  readonly id: string;
  readonly brukareId: string;
  readonly from: LocalDate;
  /** Last day, inclusive; null: until further notice. */
  readonly to: LocalDate | null;
  readonly hoursPerMonth: number;
  readonly kind: OrderKind;
  readonly insatser: readonly InsatsCode[];
  readonly doubleStaffing: boolean;
  readonly goal: string | null;
  readonly receivedOn: LocalDate | null;
}
