import type { DoorProposal } from '@hemtjanst/domain';

export type ProposalStatus = 'foreslagen' | 'antagen' | 'avbojd';

/** A proposal as it is kept. It names an address, never an employee. */
export interface TravelProposal extends DoorProposal {
  readonly id: string;
  readonly brukareId: string;
  /** What the address was planned with when this was proposed; null: by key, floor and lift. */
  readonly doorMinutesBefore: number | null;
  readonly status: ProposalStatus;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

/** What is proposed for an address now. */
export interface ProposedDoor extends DoorProposal {
  readonly brukareId: string;
  readonly doorMinutesBefore: number | null;
}
