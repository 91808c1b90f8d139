import { instantAt, type LocalDate } from '@hemtjanst/domain';
import { useEffect } from 'react';
import { askPlaces, askPrice, type PlanPlace } from '../editing-api.js';
import { forbiddenIn, type DragState, type DragStore, type DropTarget } from './drag-store.js';

/** So long a target must hold before its price is asked: a pointer on its way passes dozens of them. */
const SETTLE_MILLISECONDS = 45;

/** Asks what the drag that goes on would cost: the places once, each target that holds, and nothing that was left. */
export function useDragPricing(store: DragStore, place: PlanPlace, date: string): void {
  const { unitId, planId } = place;
  useEffect(() => {
    let asked: DropTarget | null = null;
    let dragged: string | null = null;
    let places = new AbortController();
    let price = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onChange = (): void => {
      const state = store.read();
      const demandId = state.dragged?.visitDemandId ?? null;
      if (demandId !== dragged) {
        places.abort();
        places = new AbortController();
        dragged = demandId;
        if (demandId !== null) void tellPlaces(store, { unitId, planId }, demandId, places.signal);
      }
      if (state.target === asked) return;
      asked = state.target;
      clearTimeout(waiting);
      price.abort();
      price = new AbortController();
      const { signal } = price;
      waiting = setTimeout(() => void tellPrice(store, { unitId, planId }, date, signal), SETTLE_MILLISECONDS);
    };
    const leave = store.subscribe(onChange);
    return () => {
      leave();
      clearTimeout(waiting);
      places.abort();
      price.abort();
    };
  }, [store, unitId, planId, date]);
}

async function tellPlaces(store: DragStore, place: PlanPlace, demandId: string, signal: AbortSignal): Promise<void> {
  try {
    store.tellPlaces(demandId, await askPlaces(place, demandId, signal));
  } catch {
    // Without an answer the rows stay bright; the drop itself is checked by the server.
  }
}

async function tellPrice(store: DragStore, place: PlanPlace, date: string, signal: AbortSignal): Promise<void> {
  const state = store.read();
  const { dragged, target } = state;
  if (dragged === null || target === null || forbiddenIn(state, target.shiftId) !== null) return;
  try {
    const question = { visitDemandId: dragged.visitDemandId, ...dropOf(state, target, date) };
    store.tellPrice(target, await askPrice(place, question, signal));
  } catch {
    // Given up for a newer target, or no contact: the ghost goes on without a price.
  }
}

/** The drop as the server wants it: a helper's block moves the helper, the first employee stays. */
export function dropOf({ dragged }: Pick<DragState, 'dragged'>, { shiftId, minute }: DropTarget, date: string) {
  const main = dragged?.main ?? null;
  return main === null
    ? { shiftId, startsAt: instantAt(date as LocalDate, minute * 60), helperShiftId: null }
    : { shiftId: main.shiftId, startsAt: main.startsAt, helperShiftId: shiftId };
}
