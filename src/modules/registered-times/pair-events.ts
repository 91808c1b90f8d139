import type { RegisteredEvent, Registration, RegistrationFlag, RegistrationKind } from './registered-event.js';

const LONG_MILLISECONDS = 14 * 3_600_000;

/**
 * Puts events together to visits: a start and the first stop after it, by the same employee at the same visit. The order
 * in which the events came does not matter, nor that one came twice; nothing that came is left out.
 */
export function pairEvents(events: readonly RegisteredEvent[]): readonly Registration[] {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()].sort(byTime);
  const whole = unique.flatMap((event) => wholeRegistration(event));
  const pairs = [...groupsOf(unique.filter((event) => event.kind === 'start' || event.kind === 'stop'))].flatMap(
    pairsOf,
  );
  return [...whole, ...pairs].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || compare(a.id, b.id));
}

/** At the same instant leaving comes before coming: one visit ends when the next begins. */
const byTime = (a: RegisteredEvent, b: RegisteredEvent): number =>
  a.occurredAt.getTime() - b.occurredAt.getTime() || -compare(a.kind, b.kind) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function wholeRegistration(event: RegisteredEvent): Registration[] {
  switch (event.kind) {
    case 'start':
    case 'stop':
      return [];
    case 'besok':
    case 'larm':
    case 'avbojt':
    case 'bom':
      return [registration(event, event.kind, event.occurredAt, event.endedAt ?? event.occurredAt, event.flags)];
  }
}

function groupsOf(events: readonly RegisteredEvent[]): Iterable<readonly RegisteredEvent[]> {
  const groups = new Map<string, RegisteredEvent[]>();
  for (const event of events) {
    const key = `${event.employeeId} ${event.plannedVisitId ?? event.brukareId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups.values();
}

function pairsOf(inOrder: readonly RegisteredEvent[]): Registration[] {
  return inOrder.flatMap((event, index) => {
    const before = inOrder.at(index - 1);
    const isClosing = event.kind === 'stop' && index > 0 && before?.kind === 'start';
    if (event.kind === 'stop') return isClosing ? [] : [lonelyStop(event, inOrder.slice(index + 1))];
    const after = inOrder.at(index + 1);
    return [after?.kind === 'stop' ? closed(event, after) : openRegistration(event)];
  });
}

const openRegistration = (start: RegisteredEvent): Registration =>
  registration(start, 'besok', start.occurredAt, null, start.flags);

/** A stop without start: kept with no length, because nobody knows how long the visit was. */
function lonelyStop(stop: RegisteredEvent, later: readonly RegisteredEvent[]): Registration {
  const hasLaterStart = later.some((event) => event.kind === 'start');
  const doubt: RegistrationFlag = hasLaterStart ? 'slut-fore-start' : 'start-saknas';
  return registration(stop, 'besok', stop.occurredAt, stop.occurredAt, [...stop.flags, doubt]);
}

function closed(start: RegisteredEvent, stop: RegisteredEvent): Registration {
  const length = stop.occurredAt.getTime() - start.occurredAt.getTime();
  const doubts: readonly RegistrationFlag[] = length > LONG_MILLISECONDS ? ['langt-besok'] : [];
  const flags = [...new Set([...start.flags, ...stop.flags, ...doubts])];
  return registration(start, 'besok', start.occurredAt, stop.occurredAt, flags);
}

function registration(
  event: RegisteredEvent,
  kind: RegistrationKind,
  startsAt: Date,
  endsAt: Date | null,
  flags: readonly RegistrationFlag[],
): Registration {
  const { id, employeeId, brukareId, plannedVisitId } = event;
  return { id, employeeId, brukareId, plannedVisitId, kind, startsAt, endsAt, flags };
}
