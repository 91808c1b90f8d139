import {
  type Brukare,
  type CareUnit,
  type DemandAdjustment,
  type Employee,
  type IsoWeek,
  type LocalDate,
  type Shift,
  type UnitSettings,
  type VisitDemand,
  type WorkGroup,
  availableShift,
  datesOfWeek,
  deriveVisitDemands,
  groupBy,
  meetingsDuring,
} from '@hemtjanst/domain';

/** Time at the premises in the middle of a shift or at an end of it, in minutes of the day. */
export interface ShiftMeeting {
  readonly from: number;
  readonly to: number;
  /** Kept free on both sides for the way there and back: the longest one, known when the travel times are. */
  readonly wayMinutes: number;
}

/** A shift as it can be worked: what absence takes is cut away, what staff meetings take is told. */
export interface PlannableShift extends Shift {
  readonly meetings: readonly ShiftMeeting[];
}

/** One work group's week: what is planned together, independent of the other groups. */
export interface GroupWeek {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly dates: readonly LocalDate[];
  readonly workGroup: WorkGroup;
  readonly settings: UnitSettings;
  readonly demands: readonly VisitDemand[];
  readonly shifts: readonly PlannableShift[];
  readonly employeeById: ReadonlyMap<string, Employee>;
  readonly brukareById: ReadonlyMap<string, Brukare>;
}

/**
 * Cuts the unit's week into one piece per work group.
 *
 * @param workGroupIds only these groups; null: all.
 * @param adjustments what the ledger adds to the week's demands, moves or leaves out
 */
export function groupWeeks(
  unit: CareUnit,
  week: IsoWeek,
  settings: UnitSettings,
  workGroupIds: readonly string[] | null,
  adjustments: readonly DemandAdjustment[] = [],
): GroupWeek[] {
  const dates = datesOfWeek(week);
  const employeeById = new Map(unit.employees.map((employee) => [employee.id, employee]));
  const brukareById = new Map(unit.brukare.map((brukare) => [brukare.id, brukare]));
  const demandsByGroup = demandsPerGroup(unit, week, settings, adjustments, brukareById);
  const shiftsByGroup = groupBy(shiftsAtWork(unit, dates, settings), (shift) => shift.workGroupId);
  return unit.workGroups
    .filter((workGroup) => workGroupIds === null || workGroupIds.includes(workGroup.id))
    .map((workGroup) => ({
      unit,
      week,
      dates,
      workGroup,
      settings,
      demands: demandsByGroup.get(workGroup.id) ?? [],
      shifts: shiftsByGroup.get(workGroup.id) ?? [],
      employeeById,
      brukareById,
    }));
}

function demandsPerGroup(
  unit: CareUnit,
  week: IsoWeek,
  settings: UnitSettings,
  adjustments: readonly DemandAdjustment[],
  brukareById: ReadonlyMap<string, Brukare>,
): ReadonlyMap<string, readonly VisitDemand[]> {
  const { demands } = deriveVisitDemands({ unit, week, settings, adjustments });
  return groupBy(demands, (demand) => brukareById.get(demand.brukareId)?.workGroupId ?? '');
}

/** What the employees of all groups can work in the week. */
export function shiftsAtWork(
  unit: Pick<CareUnit, 'shifts' | 'absences' | 'meetings'>,
  dates: readonly LocalDate[],
  settings: UnitSettings,
): PlannableShift[] {
  const inWeek = new Set(dates);
  const absencesByEmployee = groupBy(
    unit.absences.filter((absence) => absence.person.kind === 'employee'),
    (absence) => absence.person.id,
  );
  return unit.shifts
    .filter((shift) => inWeek.has(shift.onDate))
    .map((shift) => availableShift(shift, absencesByEmployee.get(shift.employeeId) ?? [], settings))
    .filter((shift) => shift !== null)
    .map((shift) => ({
      ...shift,
      meetings: meetingsDuring(shift, unit.meetings).map(({ startsAt, endsAt }) => ({
        from: startsAt,
        to: endsAt,
        wayMinutes: 0,
      })),
    }));
}
