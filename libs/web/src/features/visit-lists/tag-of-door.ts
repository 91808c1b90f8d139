import type { VisitListStopAnswer } from '@hemtjanst/contracts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * The brukare a tag at a door is for: the last id in its text, whether it stands alone or ends an address. A tag names
 * nobody; it is worth something only to the one who has that brukare on today's list.
 */
export const brukareIdOfTag = (text: string): string | null => text.match(ID)?.at(-1)?.toLowerCase() ?? null;

/** What a tag read at a door is for on the day's list. */
export type ReadTag =
  { readonly kind: 'visit'; readonly visitId: string } | { readonly kind: 'over' } | { readonly kind: 'unknown' };

/**
 * The visit that is going on at that door, else the next one planned there.
 *
 * @param progressOf how far a visit has come
 */
export function visitOfTag(
  text: string,
  stops: readonly VisitListStopAnswer[],
  progressOf: (visitId: string) => 'planned' | 'ongoing' | 'over',
): ReadTag {
  const brukareId = brukareIdOfTag(text);
  const atDoor = stops.flatMap(({ brukareId: visited, plannedVisitId }) =>
    visited !== null && visited === brukareId && plannedVisitId !== null ? [plannedVisitId] : [],
  );
  const wanted = (['ongoing', 'planned'] as const)
    .map((state) => atDoor.find((visitId) => progressOf(visitId) === state))
    .find((visitId) => visitId !== undefined);
  if (wanted !== undefined) return { kind: 'visit', visitId: wanted };
  return { kind: atDoor.length === 0 ? 'unknown' : 'over' };
}
