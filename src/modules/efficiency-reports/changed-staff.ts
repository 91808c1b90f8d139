import type { CareUnit, IsoWeek, Shift, WeeklyPlan } from '@hemtjanst/domain';
import { datesOfWeek } from '@hemtjanst/domain';

/** Other staff for a week, by the unit's own numbers. */
export type StaffChange =
  | { readonly kind: 'fewer-shifts'; readonly shiftCodes: readonly string[] }
  | { readonly kind: 'lend'; readonly shiftCodes: readonly string[]; readonly toWorkGroupCode: string };

/** The unit with the change made; everything else is as it is. */
export function withChangedStaff(unit: CareUnit, change: StaffChange): CareUnit {
  const codes = new Set(change.shiftCodes);
  switch (change.kind) {
    case 'fewer-shifts':
      return { ...unit, shifts: unit.shifts.filter(({ id }) => !codes.has(id)) };
    case 'lend': {
      const lent = (shift: Shift): Shift =>
        codes.has(shift.id) ? { ...shift, workGroupId: change.toWorkGroupCode } : shift;
      return { ...unit, shifts: unit.shifts.map(lent) };
    }
  }
}

/** The groups whose plans the change can alter: those that give the shifts, and the one that gets them. */
export function groupsTouched(unit: CareUnit, change: StaffChange): readonly string[] {
  const giving = unit.shifts.filter(({ id }) => change.shiftCodes.includes(id)).map(({ workGroupId }) => workGroupId);
  const getting = change.kind === 'lend' ? [change.toWorkGroupCode] : [];
  return [...new Set([...giving, ...getting])].sort();
}

/** Shifts of the change that do not lie in the week. */
export function shiftsOutside(unit: CareUnit, week: IsoWeek, change: StaffChange): readonly string[] {
  const dates = new Set(datesOfWeek(week));
  const inWeek = new Set(unit.shifts.filter(({ onDate }) => dates.has(onDate)).map(({ id }) => id));
  return change.shiftCodes.filter((code) => !inWeek.has(code));
}

/** What the change costs in visits: those that found a place before and not after, and how many the other way round. */
export function visitsLost(
  before: WeeklyPlan,
  after: WeeklyPlan,
): { readonly leftOut: WeeklyPlan['unassigned']; readonly nowPlaced: number } {
  const leftBefore = new Set(before.unassigned.map(({ demandId }) => demandId));
  const leftAfter = new Set(after.unassigned.map(({ demandId }) => demandId));
  return {
    leftOut: after.unassigned.filter(({ demandId }) => !leftBefore.has(demandId)),
    nowPlaced: before.unassigned.filter(({ demandId }) => !leftAfter.has(demandId)).length,
  };
}
