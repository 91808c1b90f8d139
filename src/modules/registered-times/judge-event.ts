import type { RegistrationFlag } from './registered-event.js';

const AHEAD_MILLISECONDS = 5 * 60_000;
const OLD_MILLISECONDS = 30 * 86_400_000;

/** Doubts about an event's clock. It is kept as it came: a wrong clock is for a person to judge, not for us to move. */
export function clockFlags(occurredAt: Date, receivedAt: Date): readonly RegistrationFlag[] {
  const ahead = occurredAt.getTime() - receivedAt.getTime();
  if (ahead > AHEAD_MILLISECONDS) return ['framtid'];
  return -ahead > OLD_MILLISECONDS ? ['gammal'] : [];
}
