import type { RegisteredEvent, RegisteredEventBatchAnswer } from '@hemtjanst/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { ApiProblem, callApi } from '../../lib/api-client.js';
import { EventQueue, type QueueState, type SendResult } from './event-queue.js';

/** One queue per account, outside the pages: going to another page or logging in again loses no press. */
const queues = new Map<string, EventQueue>();

export function useEventQueue(accountId: string): readonly [EventQueue, QueueState] {
  const queue = queueOf(accountId);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const queries = useQueryClient();
  const sentCount = state.sent.length;
  useEffect(() => {
    if (sentCount > 0) void queries.invalidateQueries({ queryKey: ['registered-times'] });
  }, [sentCount, queries]);
  useEffect(() => sendWhenPossible(queue), [queue]);
  return [queue, state];
}

function queueOf(accountId: string): EventQueue {
  const known = queues.get(accountId);
  if (known !== undefined) return known;
  const queue = new EventQueue({
    send: sendBatch,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    wakeAfter: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  queues.set(accountId, queue);
  return queue;
}

/** When the net comes back, and before the phone goes into a pocket: a hidden page may never be shown again. */
function sendWhenPossible(queue: EventQueue): () => void {
  const onOnline = (): void => void queue.flush();
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void queue.flush(true);
  };
  void queue.flush();
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    window.removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onHide);
  };
}

async function sendBatch(events: readonly RegisteredEvent[], isClosing: boolean): Promise<SendResult> {
  try {
    const { events: answers } = await callApi<RegisteredEventBatchAnswer>('/registered-times/batch', {
      method: 'POST',
      body: { events },
      keepalive: isClosing,
    });
    return { kind: 'answered', answers };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.mayPass) return { kind: 'lost' };
    return error.status === 401 ? { kind: 'login' } : { kind: 'refused', reason: error.detail ?? error.title };
  }
}
