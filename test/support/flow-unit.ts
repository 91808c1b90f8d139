import {
  aBrukare,
  aCareUnit,
  aPremises,
  aRamtidOrder,
  aShift,
  aVisitTemplate,
  aWorkGroup,
  anEmployee,
  clock,
  localDate,
  minutes,
  type CareUnit,
} from '@hemtjanst/domain';

/** A week that is not over for years: publishing a past one is refused. 3 March 2031 is a Monday. */
export const WEEK = '2031-W10';
export const MONDAY = '2031-03-03';
export const TUESDAY = '2031-03-04';

/**
 * Two groups of two employees and three brukare each, on addresses in central Göteborg: a visit every morning for each
 * brukare, one of them for two, and a shift 07–16 for everybody Monday to Wednesday. `mark` stands in every name and
 * address, so that a leak into another unit's answer is seen.
 */
export function aFlowUnit(mark: string): CareUnit {
  const groups = ['G1', 'G2'];
  const employees = groups.flatMap((group) => [1, 2].map((count) => ({ id: `${group}-E${count}`, group })));
  const brukare = groups.flatMap((group, place) =>
    [1, 2, 3].map((count) => ({ id: `${group}-B${count}`, group, place, count })),
  );
  return aCareUnit({
    name: `Enhet ${mark}`,
    premises: [aPremises({ name: `Lokal ${mark}`, coordinate: { lat: 57.7, lon: 11.955 } })],
    workGroups: groups.map((id) => aWorkGroup({ id, name: `Grupp ${mark}` })),
    employees: employees.map(({ id, group }) => anEmployee({ id, name: `Medarbetare ${mark}`, workGroupId: group })),
    brukare: brukare.map(({ id, group, place, count }) =>
      aBrukare({
        id,
        name: `Brukare ${mark} ${id}`,
        address: `Provgatan ${mark} ${count}`,
        workGroupId: group,
        coordinate: { lat: 57.698 + place * 0.003, lon: 11.95 + count * 0.004 },
        isProtected: count === 3,
      }),
    ),
    orders: brukare.map(({ id }) => aRamtidOrder({ id: `O-${id}`, brukareId: id, from: localDate('2026-01-01') })),
    templates: brukare.map(({ id, count }) =>
      aVisitTemplate({
        id: `T-${id}`,
        orderId: `O-${id}`,
        recurrence: { kind: 'weekdays', days: [1, 2, 3] },
        helper: count === 2 ? { serviceMinutes: minutes(30), earliestOffset: 0, latestOffset: 0 } : null,
      }),
    ),
    shifts: employees.flatMap(({ id, group }) =>
      [MONDAY, TUESDAY, '2031-03-05'].map((date) =>
        aShift({
          id: `P-${id}-${date}`,
          employeeId: id,
          onDate: localDate(date),
          startsAt: clock('07:00'),
          endsAt: clock('16:00'),
          workGroupId: group,
        }),
      ),
    ),
  });
}
