import type { NewVisitReport, RegisteredEvent, RegisteredEventBatchAnswer } from '@hemtjanst/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { ApiProblem, callApi } from '../../lib/api-client.js';
import { PressQueue, UNDO_MILLISECONDS, type Press, type QueueState, type SendResult } from './press-queue.js';
import { pressStore, type PressKind } from './press-store.js';

export type EventQueue = PressQueue<RegisteredEvent>;
export type ReportQueue = PressQueue<NewVisitReport>;

/** One queue per account and kind, outside the pages: going to another page or logging in again loses no press. */
const eventQueues = new Map<string, EventQueue>();
const reportQueues = new Map<string, ReportQueue>();

/** Starts, stops, avböjt and ingen hemma. */
export function useEventQueue(accountId: string): readonly [EventQueue, QueueState<RegisteredEvent>] {
  const queue = queueOf(eventQueues, accountId, () => makeQueue('event', accountId, sendEvents, UNDO_MILLISECONDS));
  const state = useQueue(queue);
  const queries = useQueryClient();
  const sentCount = state.sent.length;
  useEffect(() => {
    if (sentCount > 0) void queries.invalidateQueries({ queryKey: ['registered-times'] });
  }, [sentCount, queries]);
  return [queue, state];
}

/** "Stämmer inte": sent in a form of its own, so that there is nothing to take back. */
export function useReportQueue(accountId: string): readonly [ReportQueue, QueueState<NewVisitReport>] {
  const queue = queueOf(reportQueues, accountId, () => makeQueue('report', accountId, sendReports, 0));
  return [queue, useQueue(queue)];
}

function queueOf<Item>(queues: Map<string, Item>, accountId: string, make: () => Item): Item {
  const known = queues.get(accountId);
  if (known !== undefined) return known;
  const made = make();
  queues.set(accountId, made);
  return made;
}

type Send<Item> = (accountId: string, presses: readonly Item[], isClosing: boolean) => Promise<SendResult>;

function makeQueue<Item extends Press>(
  kind: PressKind,
  accountId: string,
  send: Send<Item>,
  undoMilliseconds: number,
): PressQueue<Item> {
  return new PressQueue<Item>({
    send: (presses, isClosing) => send(accountId, presses, isClosing),
    store: pressStore<Item>(kind, accountId),
    now: () => Date.now(),
    wakeAfter: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    undoMilliseconds,
  });
}

function useQueue<Item extends Press>(queue: PressQueue<Item>): QueueState<Item> {
  useEffect(() => {
    void queue.restore();
    return sendWhenPossible(queue);
  }, [queue]);
  return useSyncExternalStore(queue.subscribe, queue.state);
}

/** When the net comes back, and before the phone goes into a pocket: a hidden page may never be shown again. */
function sendWhenPossible(queue: { readonly flush: (isClosing?: boolean) => Promise<void> }): () => void {
  const onOnline = (): void => void queue.flush();
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void queue.flush(true);
  };
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    window.removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onHide);
  };
}

async function sendEvents(
  accountId: string,
  events: readonly RegisteredEvent[],
  isClosing: boolean,
): Promise<SendResult> {
  try {
    const { events: answers } = await callApi<RegisteredEventBatchAnswer>('/registered-times/batch', {
      method: 'POST',
      body: { events },
      keepalive: isClosing,
      asAccountId: accountId,
    });
    const refused = answers.filter(({ outcome }) => outcome === 'fel');
    return {
      kind: 'answered',
      refused: new Map(refused.map(({ id, detail }) => [id, detail ?? ''])),
      taken: new Set(answers.filter(({ outcome }) => outcome !== 'fel').map(({ id }) => id)),
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** One by one: the first that does not come through leaves the rest for the next try. */
async function sendReports(accountId: string, reports: readonly NewVisitReport[]): Promise<SendResult> {
  const taken = new Set<string>();
  const refused = new Map<string, string>();
  for (const report of reports) {
    try {
      await callApi('/visit-reports', { method: 'POST', body: report, asAccountId: accountId });
      taken.add(report.id);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused') refused.set(report.id, failure.reason);
      else return taken.size + refused.size === 0 ? failure : { kind: 'answered', taken, refused };
    }
  }
  return { kind: 'answered', taken, refused };
}

/** A session that ended, or one of somebody else in another window: the presses wait for their own login. */
function failureOf(error: unknown): Exclude<SendResult, { readonly kind: 'answered' }> {
  if (!(error instanceof ApiProblem) || error.mayPass) return { kind: 'lost' };
  if (error.status === 401 || error.code === 'annan-inloggning') return { kind: 'login' };
  return { kind: 'refused', reason: error.detail ?? error.title };
}
