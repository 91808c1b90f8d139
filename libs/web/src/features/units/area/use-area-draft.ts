import { useReducer } from 'react';
import { edited, type AreaDraft, type AreaEdit } from './area-draft.js';

const KEPT_STEPS = 200;

interface History {
  readonly before: readonly AreaDraft[];
  readonly now: AreaDraft;
  readonly after: readonly AreaDraft[];
}

type Step = AreaEdit | { readonly kind: 'undo' | 'redo' };

export interface DraftSession {
  readonly draft: AreaDraft;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly apply: (step: Step) => void;
}

/** The area as it is drawn, with the way back. */
export function useAreaDraft(start: AreaDraft): DraftSession {
  const [{ before, now, after }, apply] = useReducer(next, { before: [], now: start, after: [] });
  return { draft: now, canUndo: before.length > 0, canRedo: after.length > 0, apply };
}

function next(history: History, step: Step): History {
  const { before, now, after } = history;
  switch (step.kind) {
    case 'undo': {
      const last = before.at(-1);
      return last === undefined ? history : { before: before.slice(0, -1), now: last, after: [now, ...after] };
    }
    case 'redo': {
      const [first, ...rest] = after;
      return first === undefined ? history : { before: [...before, now], now: first, after: rest };
    }
    // Which border is at work is nothing to undo.
    case 'choose-ring':
      return { ...history, now: edited(now, step) };
    case 'add-corner':
    case 'move-corner':
    case 'remove-corner':
    case 'add-part':
    case 'remove-ring':
    case 'clear':
      return { before: [...before, now].slice(-KEPT_STEPS), now: edited(now, step), after: [] };
  }
}
