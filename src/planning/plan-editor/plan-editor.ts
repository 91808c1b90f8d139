import type { Worker } from 'node:worker_threads';
import { spawnThread } from '../../threads/spawn-thread.js';
import type {
  EditorAddress,
  EditorAnswer,
  EditorInput,
  EditorQuestion,
  EditorReply,
  EditorRequest,
} from './editor-question.js';

/** An answer, and the name by which the editor can be told to keep what an edit made. */
export interface EditorTurn<Kind extends EditorQuestion['kind']> {
  readonly id: number;
  readonly answer: EditorAnswer<Kind>;
}

interface Waiting {
  readonly resolve: (reply: EditorReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Prices and applies edits in a thread of its own: a group's week takes some milliseconds an answer and a second to
 * prepare, and the service must go on answering others meanwhile. The thread keeps what it prepared, bounded.
 */
export class PlanEditor {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /**
   * @param load everything the answer hangs on; called only where the thread does not have it
   * @throws Error when the thread fails; the next question starts another one
   */
  async ask<Kind extends EditorQuestion['kind']>(
    address: EditorAddress,
    question: Extract<EditorQuestion, { kind: Kind }>,
    load: () => Promise<EditorInput>,
  ): Promise<EditorTurn<Kind>> {
    const first = await this.send({ id: this.newId(), kind: 'ask', address, question });
    if (first.kind !== 'unknown-state') return turnOf<Kind>(first);
    const loaded = await this.send({ id: this.newId(), kind: 'load', address, input: await load() });
    if (loaded.kind === 'failure') throw new Error(loaded.message);
    return turnOf<Kind>(await this.send({ id: this.newId(), kind: 'ask', address, question }));
  }

  /** After the commit: what the edit `id` made is the state of that name. */
  keep(id: number, stateId: string): void {
    const request: EditorRequest = { id, kind: 'keep', stateId };
    this.thread?.postMessage(request);
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
  }

  private newId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  private send(request: EditorRequest): Promise<EditorReply> {
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      this.runningThread().postMessage(request);
    });
  }

  private runningThread(): Worker {
    if (this.thread !== undefined) return this.thread;
    const thread = spawnThread(new URL('./plan-editor.thread.js', import.meta.url));
    const fail = (error: Error): void => {
      if (this.thread === thread) this.thread = undefined;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    thread.on('message', (reply: EditorReply) => {
      this.waiting.get(reply.id)?.resolve(reply);
      this.waiting.delete(reply.id);
    });
    thread.on('error', fail);
    thread.on('exit', (code) => fail(new Error(`the plan editor's thread ended with code ${code}`)));
    thread.unref();
    this.thread = thread;
    return thread;
  }
}

function turnOf<Kind extends EditorQuestion['kind']>(reply: EditorReply): EditorTurn<Kind> {
  switch (reply.kind) {
    case 'answer':
      return { id: reply.id, answer: reply.answer as EditorAnswer<Kind> };
    case 'loaded':
    case 'unknown-state':
      throw new Error('the plan editor forgot what it was just given');
    case 'failure':
      throw new Error(reply.message);
  }
}
