import { type CareUnit, type PlannedVisit, isAway, partOfDay } from '@hemtjanst/domain';

/** Is one of those who do the visit away during it? Such a visit is never held where it lies, locked or not. */
export function isWithAbsent({ absences }: Pick<CareUnit, 'absences'>, visit: PlannedVisit): boolean {
  return visit.employeeIds.some((employeeId, at) => {
    const { startsAt, endsAt } = at === 0 || visit.helper === null ? visit : visit.helper;
    const part = partOfDay(startsAt, endsAt);
    return absences.some((absence) => {
      const { kind, id } = absence.person;
      return kind === 'employee' && id === employeeId && isAway(absence, part);
    });
  });
}
