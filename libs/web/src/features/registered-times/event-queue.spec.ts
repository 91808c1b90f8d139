import type { RegisteredEvent, RegisteredEventAnswer } from '@hemtjanst/contracts';
import { EventQueue, UNDO_MILLISECONDS, type SendResult } from './event-queue.js';

const ok = (events: readonly RegisteredEvent[]): SendResult => ({
  kind: 'answered',
  answers: events.map(({ id }) => answerOf(id, 'ok')),
});

const answerOf = (id: string, outcome: RegisteredEventAnswer['outcome'], detail: string | null = null) => ({
  id,
  outcome,
  flags: [],
  code: null,
  detail,
});

/** A queue with a clock that is moved by hand; `sendings` holds the ids of each try. */
function aQueue(results: readonly ((events: readonly RegisteredEvent[]) => SendResult)[] = []) {
  let now = 0;
  let ids = 0;
  let due: { at: number; work: () => void } | null = null;
  const sendings: string[][] = [];
  const queue = new EventQueue({
    send: (events) => {
      sendings.push(events.map(({ id }) => id));
      return Promise.resolve((results[sendings.length - 1] ?? ok)(events));
    },
    now: () => now,
    newId: () => `e${++ids}`,
    wakeAfter: (milliseconds, work) => {
      due = { at: now + milliseconds, work };
      return () => (due = null);
    },
  });
  const passTo = async (milliseconds: number): Promise<void> => {
    while (due !== null && due.at <= milliseconds) {
      now = due.at;
      const { work } = due;
      due = null;
      work();
      await new Promise((resolve) => setImmediate(resolve));
    }
    now = milliseconds;
  };
  return { queue, sendings, passTo };
}

describe('presses on the phone', () => {
  it('are held for ten seconds, then sent once, with the time of the press', async () => {
    const { queue, sendings, passTo } = aQueue();
    queue.press('visit-1', 'start');
    await passTo(UNDO_MILLISECONDS - 1);
    expect(sendings).toEqual([]);
    await passTo(UNDO_MILLISECONDS);
    expect(sendings).toEqual([['e1']]);
    expect(queue.state().waiting).toEqual([]);
    expect(queue.state().sent).toEqual([
      { id: 'e1', plannedVisitId: 'visit-1', kind: 'start', occurredAt: '1970-01-01T00:00:00.000Z' },
    ]);
    await passTo(60_000);
    expect(sendings).toHaveLength(1);
  });

  it('can be taken back within ten seconds, and not after', async () => {
    const { queue, sendings, passTo } = aQueue();
    queue.press('visit-1', 'start');
    await passTo(9_999);
    expect(queue.undo('e1')).toBe(true);
    queue.press('visit-1', 'bom');
    await passTo(20_000);
    expect(queue.undo('e2')).toBe(false);
    expect(sendings).toEqual([['e2']]);
  });

  it('are kept while the net is away, tried after 2 and 4 seconds with the same id, and counted as unsent', async () => {
    const lost = (): SendResult => ({ kind: 'lost' });
    const { queue, sendings, passTo } = aQueue([lost, lost]);
    queue.press('visit-1', 'start');
    await passTo(10_000);
    expect(queue.state()).toMatchObject({ failures: 1, waiting: [{ event: { id: 'e1' } }] });
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
    queue.press('visit-1', 'start');
    queue.press('visit-1', 'stop');
    await queue.flush(true);
    expect(sendings).toEqual([['e1', 'e2']]);
  });

  it('are judged one by one: a refused press is told with its reason and not sent again', async () => {
    const oneRefused = (events: readonly RegisteredEvent[]): SendResult => ({
      kind: 'answered',
      answers: events.map(({ id }) =>
        id === 'e1' ? answerOf(id, 'fel', 'Besöket är en annan medarbetares.') : answerOf(id, 'redan-mottagen'),
      ),
    });
    const { queue, sendings, passTo } = aQueue([oneRefused]);
    queue.press('visit-1', 'start');
    queue.press('visit-2', 'start');
    await passTo(60_000);
    expect(sendings).toEqual([['e1', 'e2']]);
    expect(queue.state()).toMatchObject({
      waiting: [],
      sent: [{ id: 'e2' }],
      refused: [{ event: { id: 'e1' }, reason: 'Besöket är en annan medarbetares.' }],
    });
  });

  it('wait for a new login, and are then sent', async () => {
    const { queue, sendings, passTo } = aQueue([() => ({ kind: 'login' })]);
    queue.press('visit-1', 'stop');
    await passTo(10_000);
    expect(queue.state()).toMatchObject({ needsLogin: true, waiting: [{ event: { id: 'e1' } }] });
    await queue.flush();
    expect(sendings).toEqual([['e1'], ['e1']]);
    expect(queue.state()).toMatchObject({ needsLogin: false, waiting: [] });
  });
});
