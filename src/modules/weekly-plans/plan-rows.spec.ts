import {
  aCareUnit,
  aPlannedRoute,
  aPlannedVisit,
  aWeeklyPlan,
  type CareUnit,
  type Instant,
  type WeeklyPlan,
} from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import type { PlanRows } from './plan-rows.js';
import { planToRows } from './plan-to-rows.js';
import { rowsToPlan } from './rows-to-plan.js';
import { workGroupLookups, type UnitRecords } from './unit-records.js';
import type { StoredPlan } from './weekly-plan.repository.js';

const unit = aCareUnit();
const index = (kind: string, records: readonly { readonly id: string }[]): CodeIndex =>
  new CodeIndex(
    kind,
    records.map(({ id }) => ({ code: id, id: `id-of-${id}` })),
  );

const recordsOf = (known: CareUnit): UnitRecords => ({
  brukare: index('brukare', known.brukare),
  employees: index('employee', [...known.employees, { id: 'E2' }]),
  shifts: index('shift', [...known.shifts, { id: 'S2' }]),
  orders: index('order', known.orders),
  workGroups: index('work group', known.workGroups),
  premises: index('premises', known.premises),
  ...workGroupLookups(known),
});

const plan = aWeeklyPlan({
  visits: [
    aPlannedVisit({
      employeeIds: ['E1', 'E2'],
      shiftIds: ['S1', 'S2'],
      helper: {
        startsAt: '2026-03-02T08:10:00+01:00' as Instant,
        endsAt: '2026-03-02T08:25:00+01:00' as Instant,
        serviceMinutes: 15,
      },
      pinned: true,
    }),
  ],
  unassigned: [
    {
      demandId: 'T1:2026-W10:2',
      templateId: 'T1',
      brukareId: 'B1',
      date: aPlannedRoute().date,
      serviceMinutes: 30,
      priority: 1,
      reasons: [{ code: 'no-room', text: 'Ingen har plats.' }],
      waysOut: [{ code: 'widen', text: 'Vidga tiden.' }],
    },
  ],
});

function storedPlan({ week, seed, travel, metrics }: WeeklyPlan): StoredPlan {
  return {
    id: 'plan',
    unitId: 'unit',
    week,
    workGroupId: null,
    version: 1,
    status: 'foreslagen',
    runId: null,
    madeBy: null,
    madeAt: new Date(),
    madeFrom: { settingsVersion: 1, basedOnPlanId: null },
    seed,
    travel,
    metrics,
    rowVersion: 1,
    stepsApplied: 0,
    stateId: 'state-1',
    publishedAt: null,
    publishedBy: null,
    replacedAt: null,
  };
}

describe('a plan as rows', () => {
  let count = 0;
  const rows: PlanRows = planToRows(plan, recordsOf(unit), () => `row-${(count += 1)}`);

  it('reads back as the same plan', () => {
    expect(rowsToPlan(storedPlan(plan), rows, unit.name, recordsOf(unit))).toEqual(plan);
  });

  it('gives the helper of a visit for two the own time, so that nobody is booked longer than needed', () => {
    expect(rows.staff).toMatchObject([
      { position: 1, employee_id: 'id-of-E1', starts_at: plan.visits[0]?.startsAt },
      { position: 2, employee_id: 'id-of-E2', starts_at: '2026-03-02T08:10:00+01:00' },
    ]);
  });

  it('lets stops name the visit by its row, and the place as brukare or premises', () => {
    const stops = rows.routes[0]?.stops ?? [];
    expect(stops.find((stop) => stop.kind === 'visit')).toMatchObject({
      visitId: rows.visits[0]?.id,
      brukareId: 'id-of-B1',
      premisesId: null,
    });
    expect(stops.at(0)).toMatchObject({ brukareId: null, premisesId: 'id-of-L1' });
  });

  it('is refused where it names what the unit does not have', () => {
    const stranger = { ...plan, visits: [aPlannedVisit({ brukareId: 'B9' })] };
    expect(() => planToRows(stranger, recordsOf(unit), () => 'id')).toThrow('unknown brukare');
  });

  it('keeps the id of a record that has left the unit, for the check to find it unknown', () => {
    const records = { ...recordsOf(unit), orders: index('order', []) };
    const read = rowsToPlan(storedPlan(plan), rows, unit.name, records);
    expect(read.visits[0]?.orderId).toBe('id-of-O1');
  });
});
