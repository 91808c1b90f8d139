/** How long a press can be taken back before it is sent. */
export const UNDO_MILLISECONDS = 10_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const MOST_PER_BATCH = 50;

/** Something pressed on the phone, with an id of its own that makes sending twice harmless. */
export interface Press {
  readonly id: string;
}

export interface WaitingPress<Item> {
  readonly press: Item;
  /** May be sent from this time on, in milliseconds; until then it can be taken back. */
  readonly sendAfter: number;
}

/** A press the server has judged wrong: it is not sent again. */
export interface RefusedPress<Item> {
  readonly press: Item;
  readonly reason: string;
}

/** What the page shows; a new object at every change. */
export interface QueueState<Item> {
  readonly waiting: readonly WaitingPress<Item>[];
  /** Taken by the server lately: its own answer may not have been read yet. */
  readonly sent: readonly Item[];
  readonly refused: readonly RefusedPress<Item>[];
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly needsLogin: boolean;
  /** False: the phone could not keep a press, so that it lives as long as the page. */
  readonly isKept: boolean;
}

/** A press as the phone keeps it. */
export interface KeptPress<Item> {
  readonly press: Item;
  readonly sendAfter: number;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly reason: string;
}

/** Where presses outlive the page, the program and the phone's battery. */
export interface PressStore<Item> {
  load(): Promise<readonly KeptPress<Item>[]>;
  keep(presses: readonly KeptPress<Item>[]): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
}

/** How a try ended: answered, or why not. `lost` and `login` are tried again, `refused` never. */
export type SendResult =
  | { readonly kind: 'answered'; readonly refused: ReadonlyMap<string, string>; readonly taken: ReadonlySet<string> }
  | { readonly kind: 'lost' }
  | { readonly kind: 'login' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface QueueSurroundings<Item> {
  readonly send: (presses: readonly Item[], isClosing: boolean) => Promise<SendResult>;
  readonly store: PressStore<Item>;
  readonly now: () => number;
  /** Calls `work` after a while; the answer takes the call back. */
  readonly wakeAfter: (milliseconds: number, work: () => void) => () => void;
  /** 0: nothing to take back. */
  readonly undoMilliseconds: number;
}

/**
 * The presses of one employee, from the finger to the server. A press is kept on the phone at once, held for a while so
 * that it can be taken back, and sent until the server has it, also after the page was closed or the phone restarted.
 */
export class PressQueue<Item extends Press> {
  private current: QueueState<Item> = {
    waiting: [],
    sent: [],
    refused: [],
    failures: 0,
    needsLogin: false,
    isKept: true,
  };
  private readonly listeners = new Set<() => void>();
  private isSending = false;
  private writing: Promise<void> = Promise.resolve();
  private stopWaiting: () => void = () => undefined;

  constructor(private readonly around: QueueSurroundings<Item>) {}

  readonly state = (): QueueState<Item> => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what was pressed before the page was opened. */
  async restore(): Promise<void> {
    const kept = await this.around.store.load().catch(() => null);
    if (kept === null) return this.change({ isKept: false });
    const known = new Set([
      ...this.current.waiting.map(({ press }) => press.id),
      ...this.current.sent.map(({ id }) => id),
    ]);
    const unknown = kept.filter(({ press }) => !known.has(press.id));
    const inState = (state: KeptPress<Item>['state']) => unknown.filter((one) => one.state === state);
    this.change({
      waiting: [...inState('waiting'), ...this.current.waiting],
      sent: [...inState('sent').map(({ press }) => press), ...this.current.sent],
      refused: [...inState('refused'), ...this.current.refused],
    });
    await this.flush();
  }

  hold(press: Item): void {
    const sendAfter = this.around.now() + this.around.undoMilliseconds;
    this.change({ waiting: [...this.current.waiting, { press, sendAfter }] });
    this.write((store) => store.keep([{ press, sendAfter, state: 'waiting', reason: '' }]));
    this.planNextTry();
  }

  /** False when it was too late: the press is on its way. */
  undo(pressId: string): boolean {
    const held = this.current.waiting.find(({ press }) => press.id === pressId);
    if (held === undefined || held.sendAfter <= this.around.now()) return false;
    this.change({ waiting: this.current.waiting.filter((one) => one !== held) });
    this.write((store) => store.forget([pressId]));
    return true;
  }

  dismissRefused(): void {
    const ids = this.current.refused.map(({ press }) => press.id);
    this.change({ refused: [] });
    this.write((store) => store.forget(ids));
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
    this.change({ waiting: this.current.waiting.map((one) => (due.includes(one) ? { ...one, sendAfter: now } : one)) });
    // A closing page has no time to look what another window has done meanwhile: sending twice is harmless.
    const presses = isClosing ? due.map(({ press }) => press) : await this.stillWaiting(due.map(({ press }) => press));
    const result = presses.length === 0 ? null : await this.around.send(presses, isClosing);
    this.isSending = false;
    if (result !== null) this.settle(presses, result);
    this.planNextTry();
  }

  /** Without those that another window of the same phone has taken back or sent. */
  private async stillWaiting(presses: readonly Item[]): Promise<readonly Item[]> {
    await this.writing;
    const kept = this.current.isKept ? await this.around.store.load().catch(() => null) : null;
    if (kept === null) return presses;
    const waiting = new Set(kept.flatMap(({ press, state }) => (state === 'waiting' ? [press.id] : [])));
    const gone = new Set(presses.map(({ id }) => id).filter((id) => !waiting.has(id)));
    if (gone.size > 0) this.change({ waiting: this.current.waiting.filter(({ press }) => !gone.has(press.id)) });
    return presses.filter(({ id }) => waiting.has(id));
  }

  private settle(presses: readonly Item[], result: SendResult): void {
    switch (result.kind) {
      case 'lost':
      case 'login':
        return this.change({ failures: this.current.failures + 1, needsLogin: result.kind === 'login' });
      case 'refused':
        return this.remove([], presses.map((press) => ({ press, reason: result.reason }))); // prettier-ignore
      case 'answered':
        // One that got no answer stays and is sent again.
        return this.remove(
          presses.filter(({ id }) => result.taken.has(id)),
          presses.flatMap((press) => {
            const reason = result.refused.get(press.id);
            return reason === undefined ? [] : [{ press, reason }];
          }),
        );
    }
  }

  private remove(sent: readonly Item[], refused: readonly RefusedPress<Item>[]): void {
    const settled = new Set([...sent, ...refused.map(({ press }) => press)].map(({ id }) => id));
    this.change({
      waiting: this.current.waiting.filter(({ press }) => !settled.has(press.id)),
      sent: [...this.current.sent, ...sent],
      refused: [...this.current.refused, ...refused],
      failures: 0,
      needsLogin: false,
    });
    const sendAfter = this.around.now();
    this.write((store) =>
      store.keep([
        ...sent.map((press) => ({ press, sendAfter, state: 'sent' as const, reason: '' })),
        ...refused.map(({ press, reason }) => ({ press, sendAfter, state: 'refused' as const, reason })),
      ]),
    );
  }

  /** One write after the other; a phone that cannot keep is told of, and the press goes on living in the page. */
  private write(change: (store: PressStore<Item>) => Promise<void>): void {
    this.writing = this.writing.then(() => change(this.around.store)).catch(() => this.change({ isKept: false }));
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

  private change(part: Partial<QueueState<Item>>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
