import type { Worker } from 'node:worker_threads';
import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import { mapIdOf } from '@hemtjanst/street-network';
import { spawnThread } from '../threads/spawn-thread.js';
import type { StreetAnswer, StreetLeg, StreetLine, StreetQuestion, StreetThreadSettings } from './street-question.js';
import {
  TravelSourceError,
  type KeepableSource,
  type TravelRectangle,
  type TravelTable,
} from './travel-time-source.js';

/** An answer that answers: the faults have been told as errors. */
type GoodAnswer = Extract<StreetAnswer, { readonly mapId: string }>;
type AskedOf<Kind> = Omit<Extract<StreetQuestion, { readonly kind: Kind }>, 'id' | 'kind'>;

interface Waiting {
  readonly resolve: (answer: GoodAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Travel times on the streets of an OpenStreetMap file, searched in a worker thread. The map is read once, with the
 * first question; a thread that died is started again with the next one.
 */
export class StreetSource implements KeepableSource {
  readonly kind = 'street-network';
  readonly mapId: string;
  private thread: Worker | undefined;
  private questions = 0;
  private readonly waiting = new Map<number, Waiting>();

  /**
   * @param graphFolder where finished graphs are kept, so that a start takes a tenth of a second; null: nowhere
   * @throws TravelSourceError TRAVEL_MAP_UNUSABLE where the file cannot be read
   */
  constructor(
    private readonly mapPath: string,
    private readonly graphFolder: string | null = null,
  ) {
    this.mapId = readMapId(mapPath);
  }

  async table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    const { seconds, meters, fromSnapMeters } = await this.askTable({ mode, from: places, to: null }, signal);
    const estimated = new Uint8Array(seconds.length);
    return { seconds, meters, snapMeters: fromSnapMeters, estimated, source: this.kind, mapId: this.mapId };
  }

  /** Fixed at start: a file that was replaced meanwhile is refused, not mixed in. */
  mapIdNow(): Promise<string> {
    return Promise.resolve(this.mapId);
  }

  rectangle(
    mode: TravelMode,
    from: readonly Coordinate[],
    to: readonly Coordinate[],
    signal?: AbortSignal,
  ): Promise<TravelRectangle> {
    return this.askTable({ mode, from, to }, signal);
  }

  /**
   * The line of each leg on the map; null where there is no way.
   *
   * @throws TravelSourceError where the map cannot be used
   */
  async lines(
    mode: TravelMode,
    legs: readonly StreetLeg[],
    signal?: AbortSignal,
  ): Promise<readonly (StreetLine | null)[]> {
    const answer = await this.ask((id) => ({ id, kind: 'lines', mode, legs }), signal);
    if (answer.kind !== 'lines') throw new Error('street network: a table was answered where lines were asked for');
    return answer.lines;
  }

  private async askTable(asked: AskedOf<'table'>, signal: AbortSignal | undefined): Promise<TravelRectangle> {
    const answer = await this.ask((id) => ({ id, kind: 'table', ...asked }), signal);
    if (answer.kind !== 'table') throw new Error('street network: lines were answered where a table was asked for');
    const { seconds, meters, fromSnapMeters, toSnapMeters, mapId } = answer;
    return { seconds, meters, fromSnapMeters, toSnapMeters, mapId };
  }

  private ask(question: (id: number) => StreetQuestion, signal: AbortSignal | undefined): Promise<GoodAnswer> {
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
        resolve: (answer) => (settled(), resolve(answer)),
        reject: (error) => (settled(), reject(error)),
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      thread.ref();
      thread.postMessage(question(id));
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
    const settings: StreetThreadSettings = { mapPath: this.mapPath, graphFolder: this.graphFolder };
    const thread = spawnThread(new URL('./street.thread.js', import.meta.url), { workerData: settings });
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
      case 'lines':
      case 'table': {
        if (answer.mapId !== this.mapId) {
          const message = `${this.mapPath} was replaced while the service ran: start it again to use the new map`;
          return waiting.reject(new TravelSourceError('TRAVEL_MAP_UNUSABLE', message));
        }
        return waiting.resolve(answer);
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
