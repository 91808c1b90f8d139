import { proposalChanges } from './proposal-changes.js';
import type { ProposedDoor, TravelProposal } from './travel-proposal.js';

const proposed = (override: Partial<ProposedDoor> = {}): ProposedDoor => ({
  brukareId: 'B1',
  samples: 10,
  plannedSeconds: 360,
  observedSeconds: 480,
  differenceSeconds: 120,
  doorMinutes: 2,
  doorMinutesBefore: null,
  bands: [],
  ...override,
});
const kept = (override: Partial<TravelProposal> = {}): TravelProposal => ({
  ...proposed(),
  id: 'F1',
  status: 'foreslagen',
  proposedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...override,
});
const nothing = { added: [], changed: [], withdrawn: [], unchanged: 0 };

describe('a refresh of the proposals', () => {
  it('adds what is new, and does nothing the second time', () => {
    expect(proposalChanges([], [proposed()])).toEqual({ ...nothing, added: [proposed()] });
    expect(proposalChanges([kept()], [proposed()])).toEqual({ ...nothing, unchanged: 1 });
  });

  it('lets an open proposal follow the figures', () => {
    const more = proposed({ samples: 11 });
    expect(proposalChanges([kept()], [more])).toEqual({ ...nothing, changed: [{ open: kept(), proposed: more }] });
    const inTheMorning = { band: 'morgon', samples: 10, plannedSeconds: 1, observedSeconds: 2, differenceSeconds: 1 };
    const banded = proposed({ bands: [{ ...inTheMorning, band: 'morgon' }] });
    expect(proposalChanges([kept()], [banded]).changed).toHaveLength(1);
  });

  it('withdraws an open proposal the registrations no longer stand behind, and no decided one', () => {
    expect(proposalChanges([kept()], [])).toEqual({ ...nothing, withdrawn: [kept()] });
    expect(proposalChanges([kept({ status: 'avbojd' }), kept({ status: 'antagen' })], [])).toEqual(nothing);
  });

  it('asks again after a no when the samples have doubled, not before', () => {
    const declined = kept({ status: 'avbojd' });
    expect(proposalChanges([declined], [proposed({ samples: 19 })])).toEqual(nothing);
    expect(proposalChanges([declined], [proposed({ samples: 20 })]).added).toHaveLength(1);
  });

  it('asks again after a yes when the way takes other minutes than those', () => {
    expect(proposalChanges([kept({ status: 'antagen' })], [proposed({ doorMinutesBefore: 4 })]).added).toHaveLength(1);
  });
});
