import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { moveFocus } from './board-keys.js';
import { useDragging } from './drag/drag-context.js';

/** What can be done from the board, by key or by click. A visit is named by its demand. */
export interface BoardActions {
  readonly mayEdit: boolean;
  /** The visit that waits for the one to change places with. */
  readonly swapFrom: string | null;
  readonly onChoose: (visitDemandId: string) => void;
  readonly onClose: () => void;
  readonly onSwapFrom: (visitDemandId: string | null) => void;
  readonly onToggleLock: (visitDemandId: string) => void;
  readonly onUnassign: (visitDemandId: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onShowKeys: () => void;
}

const WHILE_MOVING: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Escape'];

/** The keys of the board; while a visit is gripped they move it and nothing else. */
export function useBoardKeys(board: RefObject<HTMLElement | null>, actions: BoardActions) {
  const dragging = useDragging();
  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (dragging.store.read().dragged !== null) {
      if (!WHILE_MOVING.includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      dragging.press(event.key);
    } else if (pressed(event) || (board.current !== null && moveFocus(board.current, event.key))) {
      event.preventDefault();
    }
  };

  /** True: the key did something. */
  function pressed(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') {
      if (actions.swapFrom !== null) actions.onSwapFrom(null);
      else actions.onClose();
      return true;
    }
    const visit = event.target instanceof HTMLElement ? event.target : null;
    const demand = visit?.dataset['demand'];
    if (!actions.mayEdit || visit === null || demand === undefined) return false;
    switch (event.key.toLowerCase()) {
      case 'm':
        return visit.dataset['locked'] === undefined && dragging.beginByKey(visit);
      case 's':
        actions.onSwapFrom(demand);
        return true;
      case 'l':
        actions.onToggleLock(demand);
        return true;
      case 'delete':
        actions.onUnassign(demand);
        return true;
      default:
        return false;
    }
  }
}

/** Undo, redo and the list of keys, wherever the focus is on the page; not while somebody writes or a dialog is open. */
export function useEditKeys({ mayEdit, onUndo, onRedo, onShowKeys }: BoardActions): void {
  useEffect(() => {
    if (!mayEdit) return undefined;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === '?') onShowKeys();
      else if (event.key === 'U') onRedo();
      else if (event.key === 'u') onUndo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [mayEdit, onUndo, onRedo, onShowKeys]);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null;
