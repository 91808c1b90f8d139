import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';

/** What counts of a registration: the last correction, and what came in where there is none. */
export function shownTime({ startsAt, endsAt, corrections }: RegisteredTimeAnswer) {
  const last = corrections.toSorted((a, b) => a.correctedAt.localeCompare(b.correctedAt)).at(-1);
  return last === undefined ? { startsAt, endsAt } : { startsAt: last.startsAt, endsAt: last.endsAt };
}

/** Does somebody have to look at it: no end, something odd about it, or not in the plan? A correction has settled it. */
export function needsLook(time: RegisteredTimeAnswer): boolean {
  if (time.corrections.length > 0) return false;
  const isOpen = time.endsAt === null && (time.kind === 'besok' || time.kind === 'larm');
  return isOpen || time.flags.length > 0 || (time.match === 'oplanerat' && time.kind !== 'larm');
}
