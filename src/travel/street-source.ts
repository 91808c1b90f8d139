import type { Worker } from 'node:worker_threads';
import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { mapIdOf } from '@hemtjanst/street-network';
import { spawnThread } from '../threads/spawn-thread.js';
import type { StreetAnswer, StreetQuestion } from './street-question.js';
import { TravelSourceError, type TravelTable, type TravelTimeSource } from './travel-time-source.js';

interface Waiting {
  readonly resolve: (table: TravelTable) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Travel times on the streets of an OpenStreetMap file, searched in a worker thread. The map is read once, with the
 * first question; a thread that died is started again with the next one.
 */
export class StreetSource implements TravelTimeSource {
  readonly kind = 'street-network';
  readonly mapId: string;
  private thread: Worker | undefined;
  private questions = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @throws TravelSourceError TRAVEL_MAP_UNUSABLE where the file cannot be read. */
  constructor(private readonly mapPath: string) {
    this.mapId = readMapId(mapPath);
  }

  table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortedBy(signal));
      const id = this.questions++;
      const thread = this.startedThread();
      const onAbort = (): void => this.giveUp(id, abortedBy(signal));
      const settled = (): void => {
        signal?.removeEventListener('abort', onAbort);
        this.waiting.delete(id);
        // An idle thread does not keep a command from ending.
        if (this.waiting.size === 0) thread.unref();
      };
      this.waiting.set(id, {
        resolve: (table) => (settled(), resolve(table)),
        reject: (error) => (settled(), reject(error)),
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      thread.ref();
      const question: StreetQuestion = { id, mode, places };
      thread.postMessage(question);
    });
  }

  async close(): Promise<void> {
    const thread = this.thread;
    this.thread = undefined;
    this.failAll(new TravelSourceError('TRAVEL_SOURCE_DOWN', 'the street network was closed'));
    await thread?.terminate();
  }

  private startedThread(): Worker {
    if (this.thread !== undefined) return this.thread;
    const thread = spawnThread(new URL('./street.thread.js', import.meta.url), {
      workerData: { mapPath: this.mapPath },
    });
    thread.on('message', (answer: StreetAnswer) => this.receive(answer));
    thread.on('error', (error) => this.lose(thread, error.message));
    thread.on('exit', (code) => this.lose(thread, `it ended with code ${code}`));
    this.thread = thread;
    return thread;
  }

  private receive(answer: StreetAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (waiting === undefined) return; // given up meanwhile
    switch (answer.kind) {
      case 'fault':
        return waiting.reject(new Error(`street network: ${answer.message}`));
      case 'map-fault':
        return waiting.reject(new TravelSourceError('TRAVEL_MAP_UNUSABLE', answer.message));
      case 'table': {
        if (answer.mapId !== this.mapId) {
          const message = `${this.mapPath} was replaced while the service ran: start it again to use the new map`;
          return waiting.reject(new TravelSourceError('TRAVEL_MAP_UNUSABLE', message));
        }
        const { seconds, meters, snapMeters } = answer;
        const estimated = new Uint8Array(seconds.length);
        return waiting.resolve({ seconds, meters, snapMeters, estimated, source: this.kind, mapId: this.mapId });
      }
    }
  }

  private giveUp(id: number, error: Error): void {
    this.waiting.get(id)?.reject(error);
  }

  private lose(thread: Worker, reason: string): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    this.failAll(new TravelSourceError('TRAVEL_SOURCE_DOWN', `the street network's thread stopped: ${reason}`));
  }

  private failAll(error: Error): void {
    for (const waiting of [...this.waiting.values()]) waiting.reject(error);
  }
}

function readMapId(mapPath: string): string {
  try {
    return mapIdOf(mapPath);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TravelSourceError('TRAVEL_MAP_UNUSABLE', reason, { cause });
  }
}

function abortedBy(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
}
