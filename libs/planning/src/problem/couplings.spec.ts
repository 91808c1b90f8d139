import { minutes } from '@hemtjanst/domain';
import { aVisitDemand } from '../../../domain/src/testing/builders.js';
import { couplingsOf } from './couplings.js';
import { visitRows } from './visit-rows.js';

describe('visits that hang together', () => {
  it('binds both parts of a visit for two within the agreed offset', () => {
    const helper = { serviceMinutes: minutes(15), earliestOffset: 0, latestOffset: 10 };
    const rows = visitRows([aVisitDemand({ helper })]);
    expect(rows.map((row) => [row.part, row.serviceSeconds])).toEqual([
      ['main', 1800],
      ['helper', 900],
    ]);
    expect(couplingsOf(rows)).toEqual([{ first: 0, second: 1, minOffset: 0, maxOffset: 600, together: true }]);
  });

  it('counts a gap from the end of the first visit to the start of the second', () => {
    const gap = { afterDemandId: 'A', minMinutes: minutes(60), maxMinutes: minutes(120) };
    const rows = visitRows([aVisitDemand({ id: 'A', serviceMinutes: minutes(20) }), aVisitDemand({ id: 'B', gap })]);
    // Start to start: 20 + 60 = 80 min at least, 20 + 120 = 140 min at most.
    expect(couplingsOf(rows)).toEqual([{ first: 0, second: 1, minOffset: 4800, maxOffset: 8400, together: false }]);
  });

  it('leaves a visit free whose predecessor is not demanded this week', () => {
    const gap = { afterDemandId: 'gone', minMinutes: minutes(60), maxMinutes: null };
    expect(couplingsOf(visitRows([aVisitDemand({ gap })]))).toEqual([]);
  });
});
