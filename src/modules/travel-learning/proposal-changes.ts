import { mayProposeAgain } from '@hemtjanst/domain';
import type { ProposedDoor, TravelProposal } from './travel-proposal.js';

export interface ProposalChanges {
  readonly added: readonly ProposedDoor[];
  readonly changed: readonly { readonly open: TravelProposal; readonly proposed: ProposedDoor }[];
  readonly withdrawn: readonly TravelProposal[];
  readonly unchanged: number;
}

/**
 * What a refresh does to the proposals that are kept: open ones follow the figures, decided ones stay, and a declined one
 * rests until enough new ways are registered.
 *
 * @param latest the open proposal of each address, else the one decided last
 */
export function proposalChanges(
  latest: readonly TravelProposal[],
  proposedDoors: readonly ProposedDoor[],
): ProposalChanges {
  const latestOf = new Map(latest.map((proposal) => [proposal.brukareId, proposal]));
  const proposedOf = new Map(proposedDoors.map((proposed) => [proposed.brukareId, proposed]));
  const open = latest.filter(({ status }) => status === 'foreslagen');
  const followed = open.flatMap((one) => {
    const proposed = proposedOf.get(one.brukareId);
    return proposed === undefined ? [] : [{ open: one, proposed }];
  });
  const changed = followed.filter((pair) => !isSame(pair.open, pair.proposed));
  return {
    added: proposedDoors.filter((proposed) => isWelcome(latestOf.get(proposed.brukareId), proposed)),
    changed,
    withdrawn: open.filter(({ brukareId }) => !proposedOf.has(brukareId)),
    unchanged: followed.length - changed.length,
  };
}

function isWelcome(latest: TravelProposal | undefined, { samples }: ProposedDoor): boolean {
  if (latest === undefined) return true;
  switch (latest.status) {
    case 'foreslagen':
      return false;
    case 'antagen':
      return true;
    case 'avbojd':
      return mayProposeAgain(latest.samples, samples);
  }
}

function isSame(kept: ProposedDoor, proposed: ProposedDoor): boolean {
  return JSON.stringify(figuresOf(kept)) === JSON.stringify(figuresOf(proposed));
}

const figuresOf = (one: ProposedDoor) => [
  one.samples,
  one.plannedSeconds,
  one.observedSeconds,
  one.differenceSeconds,
  one.doorMinutes,
  one.doorMinutesBefore,
  one.bands.map((band) => [band.band, band.samples, band.plannedSeconds, band.observedSeconds, band.differenceSeconds]),
];
