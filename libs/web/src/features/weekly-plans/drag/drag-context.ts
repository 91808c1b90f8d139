import { createContext, useContext, useSyncExternalStore, type RefObject } from 'react';
import type { BoardGeometry } from './board-geometry.js';
import type { DragState, DragStore } from './drag-store.js';

export interface BoardDragging {
  readonly store: DragStore;
  /** Measured when a drag begins; null while nothing is dragged. */
  readonly geometry: RefObject<BoardGeometry | null>;
  /** False: the board has no rows. */
  readonly measure: () => boolean;
  /** Grips the visit of an element without a pointer. False: it is not one. */
  readonly beginByKey: (element: HTMLElement) => boolean;
  /** A key while a visit is gripped: an arrow, Enter or Escape. */
  readonly press: (key: string) => void;
}

const Dragging = createContext<BoardDragging | null>(null);
export const DraggingProvider = Dragging.Provider;

export function useDragging(): BoardDragging {
  const dragging = useContext(Dragging);
  if (dragging === null) throw new Error('useDragging is used inside BoardDrag');
  return dragging;
}

/** A part of the drag that goes on: drawn again only when that part is another. It must be a primitive or kept object. */
export function useDragPart<Part>(partOf: (state: DragState) => Part): Part {
  const { store } = useDragging();
  return useSyncExternalStore(store.subscribe, () => partOf(store.read()));
}
