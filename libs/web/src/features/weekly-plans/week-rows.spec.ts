import type { DayRouteAnswer } from '@hemtjanst/contracts';
import { shiftsByEmployee } from './week-rows.js';

const aRoute = (id: string, employeeId: string, from: string, to: string, visitSeconds: number): DayRouteAnswer => {
  const stop = (time: string) => ({
    id: `${id} ${time}`,
    kind: 'premises' as const,
    plannedVisitId: null,
    brukareId: null,
    premisesId: null,
    leg: { travelSeconds: 0, handlingSeconds: 0, travelMeters: 0, isEstimated: false },
    waitSeconds: 0,
    arrivesAt: `2026-03-02T${time}:00+01:00`,
    startsAt: `2026-03-02T${time}:00+01:00`,
    endsAt: `2026-03-02T${time}:00+01:00`,
  });
  const sums = { travelSeconds: 0, handlingSeconds: 0, waitSeconds: 0, kringtidSeconds: 0, travelMeters: 0 };
  return {
    id,
    planId: 'P',
    planVersion: 1,
    shiftId: id,
    employeeId,
    workGroupId: 'G',
    date: '2026-03-02',
    mode: 'cykel',
    sums: { ...sums, visits: 2, visitSeconds, breakSeconds: 3600 },
    stops: [stop(from), stop(to)],
  };
};

describe('the week, a row per employee', () => {
  it('measures visit time against paid time, without the rast', () => {
    // 07–12 is five hours, less one hour of rast: four paid hours, three of them visits
    const rows = shiftsByEmployee([[aRoute('1', 'A', '07:00', '12:00', 3 * 3600)], []]);
    expect(rows[0]?.days[0]?.[0]?.visitShare).toBe(0.75);
    expect(rows[0]?.days[1]).toEqual([]);
  });

  it('keeps both parts of a split shift, in the order of the day', () => {
    const evening = aRoute('evening', 'A', '16:00', '21:00', 3600);
    const morning = aRoute('morning', 'A', '07:00', '11:00', 3600);
    const [row] = shiftsByEmployee([[evening, morning, aRoute('other', 'B', '07:00', '16:00', 3600)]]);
    expect(row?.days[0]?.map(({ routeId }) => routeId)).toEqual(['morning', 'evening']);
  });
});
