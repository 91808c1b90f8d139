import { comparePlans } from './compare-plans.js';
import type { PlannedRouteRow, PlannedVisitRow, PlanRows, VisitStaffRow } from './plan-rows.js';

interface Placed {
  readonly demand: string;
  readonly at: string;
  readonly by: readonly string[];
}

/** Half-hour visits; each employee rides 10 minutes a visit. */
function aPlan(...placed: readonly Placed[]): PlanRows {
  return {
    visits: placed.map(visitRow),
    staff: placed.flatMap(staffRows),
    routes: placed.flatMap(({ by }) => by.map(routeRow)),
    unassigned: [],
  };
}

const visitRow = ({ demand, at }: Placed): PlannedVisitRow => ({
  id: `id-${demand}-${at}`,
  visit_key: demand,
  demand_key: demand,
  brukare_id: `brukare-of-${demand}`,
  work_group_id: 'g',
  order_id: 'o',
  template_key: 't',
  on_date: at.slice(0, 10),
  starts_at: at,
  ends_at: halfHourAfter(at),
  service_minutes: 30,
  helper_starts_at: null,
  helper_ends_at: null,
  helper_service_minutes: null,
  insatser: ['morgon'],
  pinned: false,
  is_proposed: false,
});

const staffRows = ({ demand, at, by }: Placed): VisitStaffRow[] =>
  by.map((employee, index) => ({
    visit_id: `id-${demand}-${at}`,
    position: index === 0 ? 1 : 2,
    employee_id: employee,
    shift_id: `shift-${employee}`,
    starts_at: at,
    ends_at: halfHourAfter(at),
  }));

const routeRow = (employee: string): PlannedRouteRow => ({
  id: `route-${employee}`,
  shift_id: `shift-${employee}`,
  employee_id: employee,
  work_group_id: 'g',
  on_date: '2026-03-02',
  mode: 'cykel',
  start_premises_id: 'p',
  end_premises_id: 'p',
  stops: [
    {
      kind: 'visit',
      visitId: null,
      brukareId: 'b',
      premisesId: null,
      travelSeconds: 600,
      travelMeters: 2000,
      handlingSeconds: 180,
      waitSeconds: 0,
      arrivesAt: '',
      startsAt: '',
      endsAt: '',
      isEstimated: false,
    },
  ],
});

const halfHourAfter = (at: string): string => new Date(Date.parse(at) + 30 * 60_000).toISOString();

const monday = (clock: string): string => `2026-03-02T${clock}:00+01:00`;
const tuesday = (clock: string): string => `2026-03-03T${clock}:00+01:00`;

describe('comparePlans', () => {
  it('finds nothing between a plan and itself', () => {
    const plan = aPlan({ demand: 'a', at: monday('08:00'), by: ['anna'] });
    expect(comparePlans(plan, plan)).toEqual({ visits: [], unchangedVisits: 1, employees: [] });
  });

  it.each([
    ['moved-time', { demand: 'a', at: monday('08:15'), by: ['anna'] }],
    ['moved-day', { demand: 'a', at: tuesday('08:00'), by: ['anna'] }],
    ['new-employee', { demand: 'a', at: monday('08:00'), by: ['bo'] }],
    ['moved-and-new-employee', { demand: 'a', at: monday('09:00'), by: ['bo'] }],
  ])('calls a visit %s', (change, after) => {
    const before = { demand: 'a', at: monday('08:00'), by: ['anna'] };
    expect(comparePlans(aPlan(before), aPlan(after)).visits).toMatchObject([{ visitDemandId: 'a', change }]);
  });

  it('does not call the same instant written with another offset a move', () => {
    const here = aPlan({ demand: 'a', at: '2026-03-02T08:00:00+01:00', by: ['anna'] });
    const there = aPlan({ demand: 'a', at: '2026-03-02T07:00:00Z', by: ['anna'] });
    expect(comparePlans(here, there).visits).toEqual([]);
  });

  it('tells visits that came and visits that went, by demand', () => {
    const before = aPlan({ demand: 'a', at: monday('08:00'), by: ['anna'] });
    const after = aPlan({ demand: 'b', at: monday('08:00'), by: ['anna'] });
    const { visits, unchangedVisits } = comparePlans(before, after);
    expect(visits.map(({ visitDemandId, change }) => [visitDemandId, change])).toEqual([
      ['a', 'removed'],
      ['b', 'added'],
    ]);
    expect(unchangedVisits).toBe(0);
  });

  it('counts per employee: visits, minutes in visits and minutes of travel, both before and after', () => {
    const before = aPlan(
      { demand: 'a', at: monday('08:00'), by: ['anna'] },
      { demand: 'b', at: monday('09:00'), by: ['anna'] },
      { demand: 'c', at: monday('08:00'), by: ['cia'] },
    );
    const after = aPlan(
      { demand: 'a', at: monday('08:00'), by: ['anna'] },
      { demand: 'b', at: monday('09:00'), by: ['bo'] },
      { demand: 'c', at: monday('08:00'), by: ['cia'] },
    );
    // Anna had 2 × 30 min and 2 × 10 min on the way, now half of it, and Bo the other half; Cia is as before.
    expect(comparePlans(before, after).employees).toEqual([
      {
        employeeId: 'anna',
        from: { visits: 2, visitMinutes: 60, travelMinutes: 20 },
        to: { visits: 1, visitMinutes: 30, travelMinutes: 10 },
        changedVisits: 1,
      },
      {
        employeeId: 'bo',
        from: { visits: 0, visitMinutes: 0, travelMinutes: 0 },
        to: { visits: 1, visitMinutes: 30, travelMinutes: 10 },
        changedVisits: 1,
      },
    ]);
  });
});
