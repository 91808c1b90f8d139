import { DndContext, useDraggable, useSensor, useSensors, type DragStartEvent } from '@dnd-kit/core';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Span } from '../board-layout.js';
import type { PlanPlace } from '../editing-api.js';
import type { EditSession } from '../use-edit-session.js';
import { measureBoard, targetAt, targetAfterKey, type BoardGeometry } from './board-geometry.js';
import { BoardMouseSensor, BoardTouchSensor, GRIP } from './board-sensors.js';
import { DraggingProvider, type BoardDragging } from './drag-context.js';
import { DragStatus } from './drag-status.js';
import { DragStore } from './drag-store.js';
import { grippedVisit, type Grippable } from './gripped-visit.js';
import { dropOf, useDragPricing } from './use-drag-pricing.js';

interface BoardDragProps {
  readonly place: PlanPlace;
  readonly date: string;
  readonly axis: Span;
  readonly shown: Grippable;
  readonly session: EditSession;
  readonly isAllowed: boolean;
  readonly children: ReactNode;
}

const NO_ANNOUNCEMENTS = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

/** Everything in which visits are dragged: the board and the tray beside it, by mouse, finger and keyboard. */
export function BoardDrag({ place, date, axis, shown, session, isAllowed, children }: BoardDragProps) {
  const [store] = useState(() => new DragStore());
  const geometry = useRef<BoardGeometry | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const latest = useRef({ shown, session, date, axis });
  useEffect(() => {
    latest.current = { shown, session, date, axis };
  });
  useDragPricing(store, place, date);
  const drop = useDrop(store, latest);
  const dragging = useMemo<BoardDragging>(() => {
    const measure = (): boolean => {
      const board = area.current?.querySelector<HTMLElement>('[data-board]');
      geometry.current = board == null ? null : measureBoard(board, latest.current.axis);
      return geometry.current !== null;
    };
    return {
      store,
      geometry,
      beginByKey: (element) => {
        const dragged = grippedVisit(element, latest.current.shown, 0);
        if (dragged === null || !measure()) return false;
        store.begin(dragged, true);
        return true;
      },
      measure,
      press: (key) => {
        const { target } = store.read();
        if (key === 'Escape') store.end();
        else if (key === 'Enter') void drop();
        else if (geometry.current !== null && target !== null) {
          store.aim(targetAfterKey(geometry.current, target, key) ?? target);
        }
      },
    };
  }, [store, drop]);

  return (
    <DraggingProvider value={dragging}>
      <PointerDrag dragging={dragging} latest={latest} drop={drop} isAllowed={isAllowed}>
        <div ref={area}>{children}</div>
      </PointerDrag>
      <DragStatus />
    </DraggingProvider>
  );
}

interface LatestShown {
  readonly current: {
    readonly shown: Grippable;
    readonly session: EditSession;
    readonly date: string;
    readonly axis: Span;
  };
}

/** Makes the edit; the ghost stays until the server has answered, so that nothing jumps back and forth. */
function useDrop(store: DragStore, latest: LatestShown): () => Promise<void> {
  return useCallback(async () => {
    const { dragged, target } = store.read();
    const isSame = dragged?.from?.shiftId === target?.shiftId && dragged?.from?.minute === target?.minute;
    if (dragged === null || target === null || isSame) return store.end();
    const { session, date } = latest.current;
    const kind = dragged.from === null ? ('place' as const) : ('move' as const);
    await session.apply({ kind, visitDemandId: dragged.visitDemandId, ...dropOf({ dragged }, target, date) });
    store.end();
    focusVisit(dragged.visitDemandId);
  }, [store, latest]);
}

/** Where the visit lies now, the focus is: the next key press goes on from there. */
function focusVisit(visitDemandId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-demand="${CSS.escape(visitDemandId)}"]`)?.focus();
  });
}

interface PointerDragProps {
  readonly dragging: BoardDragging;
  readonly latest: LatestShown;
  readonly drop: () => Promise<void>;
  readonly isAllowed: boolean;
  readonly children: ReactNode;
}

function PointerDrag({ dragging, latest, drop, isAllowed, children }: PointerDragProps) {
  const { store, geometry } = dragging;
  const sensors = useSensors(
    useSensor(BoardMouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that scrolls does not drag: a visit is held for a moment first.
    useSensor(BoardTouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const follow = useRef<(() => void) | null>(null);
  const stop = (): void => {
    follow.current?.();
    follow.current = null;
  };

  const onDragStart = ({ activatorEvent }: DragStartEvent): void => {
    const grip = activatorEvent.target instanceof Element ? activatorEvent.target.closest<HTMLElement>(GRIP) : null;
    if (grip === null || !dragging.measure() || geometry.current === null) return;
    const { axis } = latest.current;
    const perMinute = geometry.current.trackWidth / (axis.toMinute - axis.fromMinute);
    const grippedAt = pointOf(activatorEvent).x - grip.getBoundingClientRect().left;
    const dragged = grippedVisit(grip, latest.current.shown, grippedAt / perMinute);
    if (dragged === null) return;
    store.begin(dragged, false);
    const aim = (event: Event): void => {
      if (geometry.current !== null) store.aim(targetAt(geometry.current, pointOf(event), dragged.gripMinutes));
    };
    window.addEventListener('mousemove', aim);
    window.addEventListener('touchmove', aim, { passive: true });
    follow.current = () => {
      window.removeEventListener('mousemove', aim);
      window.removeEventListener('touchmove', aim);
    };
  };

  return (
    <DndContext
      sensors={isAllowed ? sensors : []}
      accessibility={NO_ANNOUNCEMENTS}
      onDragStart={onDragStart}
      onDragEnd={() => {
        stop();
        void drop();
      }}
      onDragCancel={() => {
        stop();
        store.end();
      }}
    >
      <DragArea>{children}</DragArea>
    </DndContext>
  );
}

function DragArea({ children }: { readonly children: ReactNode }) {
  const { listeners, setNodeRef } = useDraggable({ id: 'board' });
  return (
    <div ref={setNodeRef} {...listeners}>
      {children}
    </div>
  );
}

function pointOf(event: Event): { readonly x: number; readonly y: number } {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const touch = event instanceof TouchEvent ? (event.touches[0] ?? event.changedTouches[0]) : undefined;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
