import type { RegisteredEvent, RegisteredTimeAnswer } from '@hemtjanst/contracts';

/** How far a visit has come, by what the server has and what the phone has not sent yet. Times are instants. */
export type VisitProgress =
  | { readonly kind: 'planned' }
  | { readonly kind: 'ongoing'; readonly since: string }
  | { readonly kind: 'done'; readonly from: string; readonly to: string }
  | { readonly kind: 'avbojt' }
  | { readonly kind: 'bom' };

const PLANNED: VisitProgress = { kind: 'planned' };

/** Events the server has answered already change nothing a second time. */
export function visitProgress(
  plannedVisitId: string,
  registered: readonly RegisteredTimeAnswer[],
  events: readonly RegisteredEvent[],
): VisitProgress {
  const ofVisit = registered
    .filter((one) => one.plannedVisitId === plannedVisitId)
    .sort((a, b) => timeOf(a.startsAt) - timeOf(b.startsAt));
  const known = ofVisit.at(-1);
  const knownUntil = known === undefined ? -Infinity : timeOf(known.endsAt ?? known.startsAt);
  return events
    .filter((event) => event.plannedVisitId === plannedVisitId && timeOf(event.occurredAt) > knownUntil)
    .sort((a, b) => timeOf(a.occurredAt) - timeOf(b.occurredAt))
    .reduce(afterEvent, known === undefined ? PLANNED : progressOf(known));
}

function progressOf({ kind, startsAt, endsAt }: RegisteredTimeAnswer): VisitProgress {
  switch (kind) {
    case 'avbojt':
    case 'bom':
      return { kind };
    case 'besok':
    case 'larm':
      return endsAt === null ? { kind: 'ongoing', since: startsAt } : { kind: 'done', from: startsAt, to: endsAt };
  }
}

function afterEvent(before: VisitProgress, { kind, occurredAt }: RegisteredEvent): VisitProgress {
  switch (kind) {
    case 'start':
      return { kind: 'ongoing', since: occurredAt };
    case 'stop':
      return { kind: 'done', from: before.kind === 'ongoing' ? before.since : occurredAt, to: occurredAt };
    case 'avbojt':
    case 'bom':
      return { kind };
  }
}

const timeOf = (instant: string): number => Date.parse(instant);
