import { drivenLegs } from './driven-legs.js';
import type { PlannedLegRow, RegisteredLegRow } from './registered-leg.repository.js';

const way = { employee_id: 'E1', on_date: '2026-03-02', from_brukare_id: 'B1', brukare_id: 'B2' };
const planned = (override: Partial<PlannedLegRow> = {}): PlannedLegRow => ({
  ...way,
  ...{ starts_at_second: 0, mode: 'elcykel', travel_seconds: 180, wait_seconds: 0, is_estimated: false },
  ...override,
});
const registered = (override: Partial<RegisteredLegRow> = {}): RegisteredLegRow => ({
  ...way,
  ...{ starts_at_second: 0, arrival_minute: 480, gap_seconds: 480 },
  ...override,
});

describe('ways driven as planned', () => {
  it('are those of the same employee, day and addresses, in the same direction', () => {
    expect(drivenLegs([registered()], [planned()])).toEqual([{ planned: planned(), registered: registered() }]);
    const others = [
      planned({ employee_id: 'E2' }),
      planned({ on_date: '2026-03-03' }),
      planned({ from_brukare_id: 'B2', brukare_id: 'B1' }),
    ];
    expect(drivenLegs([registered()], others)).toEqual([]);
  });

  it('are measured against the planned leg nearest in time where there are two', () => {
    const [morning, evening] = [planned({ starts_at_second: 1000 }), planned({ starts_at_second: 5000 })];
    const found = [2999, 3001].map(
      (second) => drivenLegs([registered({ starts_at_second: second })], [morning, evening])[0]?.planned,
    );
    expect(found).toEqual([morning, evening]);
  });
});
