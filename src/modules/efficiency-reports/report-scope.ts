import { invalidValues } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import type { PlacedGroupRow } from './efficiency-rows.js';

export interface ScopeWish {
  readonly workGroupId?: string;
  readonly premisesId?: string;
}

/**
 * The groups that a report is about: one, those of a premises, or all.
 *
 * @throws Problem 422 for a group or premises of another unit, and where both are asked for
 */
export function groupsInScope(
  groups: readonly PlacedGroupRow[],
  { workGroupId, premisesId }: ScopeWish,
): readonly PlacedGroupRow[] {
  assertReferences({
    '/workGroupId': workGroupId === undefined || groups.some(({ id }) => id === workGroupId),
    '/premisesId': premisesId === undefined || groups.some((group) => group.premises_id === premisesId),
  });
  if (workGroupId !== undefined && premisesId !== undefined) {
    const detail = 'Välj arbetsgrupp eller lokal, inte båda.';
    throw invalidValues([{ pointer: '/premisesId', code: 'val.dubbelt', detail }]);
  }
  return groups.filter(
    (group) =>
      (workGroupId === undefined || group.id === workGroupId) &&
      (premisesId === undefined || group.premises_id === premisesId),
  );
}
