import {
  type CareUnit,
  type IsoWeek,
  type PlanMetrics,
  type UnitSettings,
  allBrukareContinuity,
  contactPersonShare,
  contactsOf,
  countsForContinuity,
  scheduledStaffMinutes,
} from '@hemtjanst/domain';
import type { WeekProblemKey } from './build-week-problem.js';
import type { VisitRow } from './problem/visit-rows.js';

/** What can be said of a plan while the search goes on, by the same counting as {@link PlanMetrics}. */
export type IncumbentFigures = Pick<PlanMetrics, 'plannedEfficiency' | 'unassignedVisits' | 'contactPersonShare'> & {
  readonly facesMean: number;
  readonly facesAbove10: number;
};

/** Whose week it is; null groups: the whole unit. */
interface IncumbentScope {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly workGroupIds: readonly string[] | null;
  readonly settings: UnitSettings;
}

/**
 * The figures of a plan of which only is known who does which visit. What does not change while the search goes on is
 * counted once: each later answer is one pass over the visits.
 *
 * @param keys one per group
 * @returns asks for the shift of each group's rows, −1 where a row has none
 */
export function incumbentReader(
  { unit, week, workGroupIds, settings }: IncumbentScope,
  keys: readonly WeekProblemKey[],
): (shiftsOfGroups: readonly Int32Array[]) => IncumbentFigures {
  const staffMinutes = scheduledStaffMinutes(unit, week, workGroupIds, settings);
  const history = contactsOf([], unit.history, week);
  return (shiftsOfGroups) => {
    const rows = keys.flatMap((key, group) => assignedRows(key, shiftsOfGroups[group] ?? new Int32Array()));
    const placed = rows.filter(({ employeeIds }) => employeeIds.length > 0);
    const visits = placed.map(({ row: { demand }, employeeIds }) => ({ brukareId: demand.brukareId, employeeIds }));
    const [onDate] = keys[0]?.groupWeek.dates ?? [];
    const contacts = placed
      .filter(({ row: { demand } }) => countsForContinuity(demand))
      .flatMap(({ row: { demand }, employeeIds }) =>
        employeeIds.map((employeeId) => ({ brukareId: demand.brukareId, employeeId, onDate, startsAt: 0 })),
      );
    const faces = allBrukareContinuity([...history, ...contacts], new Set(visits.map(({ brukareId }) => brukareId)));
    const visitMinutes = placed.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
    return {
      plannedEfficiency: staffMinutes === 0 ? 0 : visitMinutes / staffMinutes,
      unassignedVisits: rows.length - placed.length,
      contactPersonShare: contactPersonShare(visits, unit.brukare),
      facesMean: faces.mean,
      facesAbove10: faces.shareAbove10,
    };
  };
}

interface AssignedRow {
  readonly row: VisitRow;
  /** Nobody where the visit has no place. */
  readonly employeeIds: readonly string[];
  readonly seconds: number;
}

/** Every demand once, with those who do it and the working time it takes of them all. */
function assignedRows({ rows, groupWeek }: WeekProblemKey, shiftOf: Int32Array): readonly AssignedRow[] {
  return rows.flatMap((row, index) => {
    if (row.part !== 'main') return [];
    const members = row.partnerRow < 0 ? [index] : [index, row.partnerRow];
    const worked = members.flatMap((member) => {
      const shift = groupWeek.shifts[shiftOf[member] ?? -1];
      return shift === undefined ? [] : [{ employeeId: shift.employeeId, seconds: rows[member].serviceSeconds }];
    });
    const seconds = worked.reduce((sum, part) => sum + part.seconds, 0);
    return [{ row, employeeIds: worked.map(({ employeeId }) => employeeId), seconds }];
  });
}
