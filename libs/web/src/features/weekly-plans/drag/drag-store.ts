import type { MovePriceAnswer, PlacesAnswer } from '@hemtjanst/contracts';

/** What is being moved on the board: a visit that lies in a row, or one from the tray. */
export interface DraggedVisit {
  readonly visitDemandId: string;
  readonly name: string;
  readonly minutes: number;
  /** Null: it has no place yet. */
  readonly from: DropTarget | null;
  /** Set where the second employee of a visit for two is dragged: the first one stays in that shift, at that time. */
  readonly main: { readonly shiftId: string; readonly startsAt: string } | null;
  /** Minutes between where the visit begins and where it was gripped. */
  readonly gripMinutes: number;
}

export interface DropTarget {
  readonly shiftId: string;
  readonly minute: number;
}

export interface DragState {
  readonly dragged: DraggedVisit | null;
  readonly target: DropTarget | null;
  readonly places: PlacesAnswer | null;
  /** The price of `target`; null while it is asked for. */
  readonly price: MovePriceAnswer | null;
  readonly isByKeyboard: boolean;
}

const NOTHING: DragState = { dragged: null, target: null, places: null, price: null, isByKeyboard: false };

/**
 * The drag that is going on, outside of React's state: while a pointer moves only the ghost and the rows whose own part
 * changes are drawn again, never the board.
 */
export class DragStore {
  private state: DragState = NOTHING;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DragState => this.state;

  begin(dragged: DraggedVisit, isByKeyboard: boolean): void {
    this.set({ ...NOTHING, dragged, target: dragged.from, isByKeyboard });
  }

  /** False: the target is the same as before. */
  aim(wanted: DropTarget | null): boolean {
    const { target: before, dragged } = this.state;
    const isHelper = wanted !== null && dragged?.from != null && dragged.main !== null;
    const target = isHelper ? { ...wanted, minute: dragged.from.minute } : wanted;
    if (before?.shiftId === target?.shiftId && before?.minute === target?.minute) return false;
    this.set({ ...this.state, target, price: null });
    return true;
  }

  /** Answers to a drag that has ended, or to a target that was left, are passed over. */
  tellPlaces(visitDemandId: string, places: PlacesAnswer): void {
    if (this.state.dragged?.visitDemandId === visitDemandId) this.set({ ...this.state, places });
  }

  tellPrice(target: DropTarget, price: MovePriceAnswer): void {
    const { target: now } = this.state;
    if (now?.shiftId === target.shiftId && now.minute === target.minute) this.set({ ...this.state, price });
  }

  end(): void {
    this.set(NOTHING);
  }

  private set(state: DragState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Why the dragged visit may not lie in the shift; null: it may, or nobody knows yet. */
export const forbiddenIn = ({ places }: DragState, shiftId: string) =>
  places?.forbidden.find((shift) => shift.shiftId === shiftId)?.text ?? null;
