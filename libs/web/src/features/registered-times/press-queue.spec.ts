import { PressQueue, UNDO_MILLISECONDS, type KeptPress, type PressStore, type SendResult } from './press-queue.js';

interface Tap {
  readonly id: string;
  readonly what: string;
}

const taken = (ids: readonly string[]): SendResult => ({
  kind: 'answered',
  taken: new Set(ids),
  refused: new Map(),
});
const lost = (): SendResult => ({ kind: 'lost' });

/** The phone's memory; `isBroken` is a browser that lets nothing be kept. */
function aStore(isBroken = false) {
  const kept = new Map<string, KeptPress<Tap>>();
  const guard = (work: () => void): Promise<void> =>
    isBroken ? Promise.reject(new Error('quota')) : Promise.resolve(work());
  const store: PressStore<Tap> = {
    load: () => (isBroken ? Promise.reject(new Error('quota')) : Promise.resolve([...kept.values()])),
    keep: (presses) => guard(() => presses.forEach((one) => kept.set(one.press.id, one))),
    forget: (ids) => guard(() => ids.forEach((id) => kept.delete(id))),
  };
  return { store, kept };
}

/** A queue with a clock that is moved by hand; `sendings` holds the ids of each try. */
function aQueue(results: readonly ((ids: readonly string[]) => SendResult)[] = [], memory = aStore()) {
  let now = 0;
  let due: { at: number; work: () => void } | null = null;
  const sendings: string[][] = [];
  const queue = new PressQueue<Tap>({
    send: (presses) => {
      const ids = presses.map(({ id }) => id);
      sendings.push(ids);
      return Promise.resolve((results[sendings.length - 1] ?? taken)(ids));
    },
    store: memory.store,
    now: () => now,
    wakeAfter: (milliseconds, work) => {
      due = { at: now + milliseconds, work };
      return () => (due = null);
    },
    undoMilliseconds: UNDO_MILLISECONDS,
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const passTo = async (milliseconds: number): Promise<void> => {
    while (due !== null && due.at <= milliseconds) {
      now = due.at;
      const { work } = due;
      due = null;
      work();
      await settled();
    }
    now = milliseconds;
  };
  return { queue, sendings, passTo, settled, ...memory };
}

const tap = (id: string): Tap => ({ id, what: 'start' });

describe('presses on the phone', () => {
  it('are held for ten seconds, then sent once', async () => {
    const { queue, sendings, passTo } = aQueue();
    queue.hold(tap('e1'));
    await passTo(UNDO_MILLISECONDS - 1);
    expect(sendings).toEqual([]);
    await passTo(UNDO_MILLISECONDS);
    expect(sendings).toEqual([['e1']]);
    expect(queue.state()).toMatchObject({ waiting: [], sent: [{ id: 'e1' }] });
    await passTo(60_000);
    expect(sendings).toHaveLength(1);
  });

  it('can be taken back within ten seconds, and not after', async () => {
    const { queue, sendings, passTo, kept } = aQueue();
    queue.hold(tap('e1'));
    await passTo(9_999);
    expect(queue.undo('e1')).toBe(true);
    queue.hold(tap('e2'));
    await passTo(20_000);
    expect(queue.undo('e2')).toBe(false);
    expect(sendings).toEqual([['e2']]);
    expect([...kept.keys()]).toEqual(['e2']);
  });

  it('are kept while the net is away, tried after 2 and 4 seconds with the same id', async () => {
    const { queue, sendings, passTo } = aQueue([lost, lost]);
    queue.hold(tap('e1'));
    await passTo(10_000);
    expect(queue.state()).toMatchObject({ failures: 1, waiting: [{ press: { id: 'e1' } }] });
    await passTo(12_000);
    expect(queue.state().failures).toBe(2);
    await passTo(15_999);
    expect(sendings).toHaveLength(2);
    await passTo(16_000);
    expect(sendings).toEqual([['e1'], ['e1'], ['e1']]);
    expect(queue.state()).toMatchObject({ failures: 0, waiting: [], sent: [{ id: 'e1' }] });
  });

  it('are sent at once when the page closes, also those that could still be taken back', async () => {
    const { queue, sendings } = aQueue();
    queue.hold(tap('e1'));
    queue.hold(tap('e2'));
    await queue.flush(true);
    expect(sendings).toEqual([['e1', 'e2']]);
  });

  it('are judged one by one: a refused press is told with its reason and not sent again', async () => {
    const oneRefused = (): SendResult => ({
      kind: 'answered',
      taken: new Set(['e2']),
      refused: new Map([['e1', 'Besöket är en annan medarbetares.']]),
    });
    const { queue, sendings, passTo, settled, kept } = aQueue([oneRefused]);
    queue.hold(tap('e1'));
    queue.hold(tap('e2'));
    await passTo(60_000);
    expect(sendings).toEqual([['e1', 'e2']]);
    expect(queue.state()).toMatchObject({
      waiting: [],
      sent: [{ id: 'e2' }],
      refused: [{ press: { id: 'e1' }, reason: 'Besöket är en annan medarbetares.' }],
    });
    expect(kept.get('e1')?.state).toBe('refused');
    queue.dismissRefused();
    await settled();
    expect(kept.has('e1')).toBe(false);
  });

  it('wait for a new login, and are then sent', async () => {
    const { queue, sendings, passTo } = aQueue([() => ({ kind: 'login' })]);
    queue.hold(tap('e1'));
    await passTo(10_000);
    expect(queue.state()).toMatchObject({ needsLogin: true, waiting: [{ press: { id: 'e1' } }] });
    await queue.flush();
    expect(sendings).toEqual([['e1'], ['e1']]);
    expect(queue.state()).toMatchObject({ needsLogin: false, waiting: [] });
  });
});

describe('presses and a page that is closed', () => {
  it('are taken up where they were when the page is opened again, and sent', async () => {
    const memory = aStore();
    const before = aQueue([lost], memory);
    before.queue.hold(tap('e1'));
    await before.passTo(10_000);
    const after = aQueue([], memory);
    await after.passTo(10_000);
    await after.queue.restore();
    await after.settled();
    expect(after.sendings).toEqual([['e1']]);
    expect(after.queue.state()).toMatchObject({ waiting: [], sent: [{ id: 'e1' }] });
    expect(memory.kept.get('e1')?.state).toBe('sent');
  });

  it('shows what was refused until it has been read', async () => {
    const memory = aStore();
    memory.kept.set('e1', { press: tap('e1'), sendAfter: 0, state: 'refused', reason: 'Fel besök.' });
    const { queue } = aQueue([], memory);
    await queue.restore();
    expect(queue.state().refused).toMatchObject([{ press: { id: 'e1' }, reason: 'Fel besök.' }]);
  });

  it('does not send what another window has taken back', async () => {
    const memory = aStore();
    const [first, second] = [aQueue([], memory), aQueue([], memory)];
    first.queue.hold(tap('e1'));
    await first.settled();
    await second.queue.restore();
    expect(first.queue.undo('e1')).toBe(true);
    await first.settled();
    await second.passTo(20_000);
    expect(second.sendings).toEqual([]);
    expect(second.queue.state().waiting).toEqual([]);
  });

  it('says so where the phone lets nothing be kept, and still sends', async () => {
    const { queue, sendings, passTo, settled } = aQueue([], aStore(true));
    queue.hold(tap('e1'));
    await settled();
    expect(queue.state().isKept).toBe(false);
    await passTo(10_000);
    expect(sendings).toEqual([['e1']]);
  });
});
