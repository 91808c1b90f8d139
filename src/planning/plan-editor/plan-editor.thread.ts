import { parentPort } from 'node:worker_threads';
import { EditorMemory } from './editor-memory.js';
import type { EditorReply, EditorRequest } from './editor-question.js';

/** Keeps opened plans in a thread of its own, see PlanEditor. */
const port = parentPort;
if (port === null) throw new Error('plan-editor.thread runs as a worker thread only');
const memory = new EditorMemory();

port.on('message', (request: EditorRequest) => {
  const reply = replyTo(request);
  if (reply !== null) port.postMessage(reply);
});

function replyTo(request: EditorRequest): EditorReply | null {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'load':
        memory.load(request.address, request.input);
        return { id, kind: 'loaded' };
      case 'keep':
        memory.keep(id, request.stateId);
        return null;
      case 'ask': {
        const answer = memory.answer(id, request.address, request.question);
        return answer === null ? { id, kind: 'unknown-state' } : { id, kind: 'answer', answer };
      }
    }
  } catch (error) {
    return { id, kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}
