import type { RegisteredEvent, RegisteredEventAnswer } from '@hemtjanst/contracts';

export type EventKind = RegisteredEvent['kind'];

/** How long a press can be taken back before it is sent. */
export const UNDO_MILLISECONDS = 10_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const MOST_PER_BATCH = 50;

export interface WaitingEvent {
  readonly event: RegisteredEvent;
  /** May be sent from this time on, in milliseconds; until then it can be taken back. */
  readonly sendAfter: number;
}

/** An event the server has judged wrong: it is not sent again. */
export interface RefusedEvent {
  readonly event: RegisteredEvent;
  readonly reason: string;
}

/** What the page shows; a new object at every change. */
export interface QueueState {
  readonly waiting: readonly WaitingEvent[];
  /** Taken by the server while the page was open. */
  readonly sent: readonly RegisteredEvent[];
  readonly refused: readonly RefusedEvent[];
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly needsLogin: boolean;
}

/** How a try ended: answered, or why not. `lost` and `login` are tried again, `refused` never. */
export type SendResult =
  | { readonly kind: 'answered'; readonly answers: readonly RegisteredEventAnswer[] }
  | { readonly kind: 'lost' }
  | { readonly kind: 'login' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface QueueSurroundings {
  readonly send: (events: readonly RegisteredEvent[], isClosing: boolean) => Promise<SendResult>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls `work` after a while; the answer takes the call back. */
  readonly wakeAfter: (milliseconds: number, work: () => void) => () => void;
}

const EMPTY: QueueState = { waiting: [], sent: [], refused: [], failures: 0, needsLogin: false };

/**
 * The presses of one employee, from the finger to the server. A press is held for ten seconds so that it can be taken
 * back, then sent until the server has it; its own id makes sending twice harmless. It lives as long as the page.
 */
export class EventQueue {
  private current = EMPTY;
  private readonly listeners = new Set<() => void>();
  private isSending = false;
  private stopWaiting: () => void = () => undefined;

  constructor(private readonly around: QueueSurroundings) {}

  readonly state = (): QueueState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  press(plannedVisitId: string, kind: EventKind): void {
    const now = this.around.now();
    const event = { id: this.around.newId(), plannedVisitId, kind, occurredAt: new Date(now).toISOString() };
    this.change({ waiting: [...this.current.waiting, { event, sendAfter: now + UNDO_MILLISECONDS }] });
    this.planNextTry();
  }

  /** False when it was too late: the press is on its way. */
  undo(eventId: string): boolean {
    const held = this.current.waiting.find(({ event }) => event.id === eventId);
    if (held === undefined || held.sendAfter <= this.around.now()) return false;
    this.change({ waiting: this.current.waiting.filter((one) => one !== held) });
    return true;
  }

  dismissRefused(): void {
    this.change({ refused: [] });
  }

  /** Sends what is due; everything when the page is being closed or hidden. */
  async flush(isClosing = false): Promise<void> {
    const now = this.around.now();
    const due = this.current.waiting.filter(({ sendAfter }) => isClosing || sendAfter <= now).slice(0, MOST_PER_BATCH);
    if (due.length === 0 || this.isSending) {
      this.planNextTry();
      return;
    }
    this.isSending = true;
    const events = due.map(({ event }) => event);
    this.change({ waiting: this.current.waiting.map((one) => (due.includes(one) ? { ...one, sendAfter: now } : one)) });
    const result = await this.around.send(events, isClosing);
    this.isSending = false;
    this.settle(events, result);
    this.planNextTry();
  }

  private settle(events: readonly RegisteredEvent[], result: SendResult): void {
    switch (result.kind) {
      case 'lost':
      case 'login':
        this.change({ failures: this.current.failures + 1, needsLogin: result.kind === 'login' });
        return;
      case 'refused':
        this.remove(
          events,
          [],
          events.map((event) => ({ event, reason: result.reason })),
        );
        return;
      case 'answered':
        this.settleEach(events, result.answers);
    }
  }

  /** Each event is judged for itself; one that got no answer stays and is sent again. */
  private settleEach(events: readonly RegisteredEvent[], answers: readonly RegisteredEventAnswer[]): void {
    const answerById = new Map(answers.map((answer) => [answer.id, answer]));
    const judged = events.filter(({ id }) => answerById.has(id));
    const isRefused = ({ id }: RegisteredEvent): boolean => answerById.get(id)?.outcome === 'fel';
    this.remove(
      judged,
      judged.filter((event) => !isRefused(event)),
      judged.filter(isRefused).map((event) => ({ event, reason: answerById.get(event.id)?.detail ?? '' })),
    );
  }

  private remove(
    settled: readonly RegisteredEvent[],
    sent: readonly RegisteredEvent[],
    refused: readonly RefusedEvent[],
  ): void {
    const ids = new Set(settled.map(({ id }) => id));
    this.change({
      waiting: this.current.waiting.filter(({ event }) => !ids.has(event.id)),
      sent: [...this.current.sent, ...sent],
      refused: [...this.current.refused, ...refused],
      failures: 0,
      needsLogin: false,
    });
  }

  /** When the next press is due, or after a failed try: 2, 4, 8 … at most 30 seconds. */
  private planNextTry(): void {
    this.stopWaiting();
    if (this.current.waiting.length === 0) return;
    const soonest = Math.min(...this.current.waiting.map(({ sendAfter }) => sendAfter)) - this.around.now();
    const rest =
      this.current.failures === 0 ? 0 : Math.min(LONGEST_WAIT_MILLISECONDS, 1000 * 2 ** this.current.failures);
    this.stopWaiting = this.around.wakeAfter(Math.max(soonest, rest, 0), () => void this.flush());
  }

  private change(part: Partial<QueueState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
