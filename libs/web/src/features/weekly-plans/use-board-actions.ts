import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { useMemo, useState } from 'react';
import type { BoardActions } from './use-board-keys.js';
import type { EditSession } from './use-edit-session.js';

interface BoardPart {
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly session: EditSession;
  readonly mayEdit: boolean;
  readonly choose: (visitDemandId: string | null) => void;
  readonly showKeys: () => void;
}

/** What clicks and keys on the board do. While a visit waits to change places, choosing another one swaps them. */
export function useBoardActions({ visits, session, mayEdit, choose, showKeys }: BoardPart): BoardActions {
  const [swapFrom, setSwapFrom] = useState<string | null>(null);
  const { apply, undo, redo } = session;
  return useMemo<BoardActions>(() => {
    const visitOf = (demand: string): PlannedVisitAnswer | undefined =>
      [...visits.values()].find(({ visitDemandId }) => visitDemandId === demand);
    return {
      mayEdit,
      swapFrom,
      onChoose: (demand) => {
        if (swapFrom === null || swapFrom === demand) return choose(demand);
        setSwapFrom(null);
        void apply({ kind: 'swap', visitDemandId: swapFrom, otherVisitDemandId: demand });
      },
      onClose: () => choose(null),
      onSwapFrom: setSwapFrom,
      onToggleLock: (visitDemandId) =>
        void apply({ kind: visitOf(visitDemandId)?.pinned === true ? 'unlock' : 'lock', visitDemandId }),
      onUnassign: (visitDemandId) => {
        if (visitOf(visitDemandId)?.pinned === true) return;
        void apply({ kind: 'unassign', visitDemandId }).then(() => focusInTray(visitDemandId));
      },
      onUndo: () => void undo(),
      onRedo: () => void redo(),
      onShowKeys: showKeys,
    };
  }, [visits, mayEdit, swapFrom, choose, apply, undo, redo, showKeys]);
}

/** The visit lies in the tray now: whoever goes on by keyboard goes on from there. */
function focusInTray(visitDemandId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-tray-demand="${CSS.escape(visitDemandId)}"]`)?.focus();
  });
}
