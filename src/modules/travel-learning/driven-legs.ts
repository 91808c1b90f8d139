import type { PlannedLegRow, RegisteredLegRow } from './registered-leg.repository.js';

/** A way that was planned and driven as planned. */
export interface DrivenLeg {
  readonly planned: PlannedLegRow;
  readonly registered: RegisteredLegRow;
}

/**
 * Registered ways with the leg of the same employee, day and addresses on the published route; without one they are left
 * out. The same way may be planned twice a day: the one nearest in time is meant.
 */
export function drivenLegs(
  registeredLegs: readonly RegisteredLegRow[],
  plannedLegs: readonly PlannedLegRow[],
): readonly DrivenLeg[] {
  const plannedByWay = new Map<string, readonly PlannedLegRow[]>();
  for (const planned of plannedLegs) {
    plannedByWay.set(wayOf(planned), [...(plannedByWay.get(wayOf(planned)) ?? []), planned]);
  }
  return registeredLegs.flatMap((registered) => {
    const distanceTo = (planned: PlannedLegRow) => Math.abs(planned.starts_at_second - registered.starts_at_second);
    const [nearest] = [...(plannedByWay.get(wayOf(registered)) ?? [])].sort((a, b) => distanceTo(a) - distanceTo(b));
    return nearest === undefined ? [] : [{ planned: nearest, registered }];
  });
}

const wayOf = (leg: PlannedLegRow | RegisteredLegRow): string =>
  `${leg.employee_id} ${leg.on_date} ${leg.from_brukare_id} ${leg.brukare_id}`;
