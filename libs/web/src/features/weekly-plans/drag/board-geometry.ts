import type { Span } from '../board-layout.js';
import type { DropTarget } from './drag-store.js';

/** Visits are dropped on whole five minutes. */
const STEP_MINUTES = 5;

interface RowBand {
  readonly shiftId: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the rows and the time axis lie, measured once when a drag begins: a moving pointer then costs arithmetic and no
 * layout. All in the board's own coordinates, which scrolling does not change.
 */
export interface BoardGeometry {
  readonly board: HTMLElement;
  readonly rows: readonly RowBand[];
  readonly trackLeft: number;
  readonly trackWidth: number;
  readonly axis: Span;
}

/** Null: the board has no rows. */
export function measureBoard(board: HTMLElement, axis: Span): BoardGeometry | null {
  const origin = board.getBoundingClientRect();
  const track = board.querySelector<HTMLElement>('[data-track]')?.getBoundingClientRect();
  if (track === undefined) return null;
  const rows = [...board.querySelectorAll<HTMLElement>('[data-shift]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return { shiftId: row.dataset['shift'] ?? '', top: top - origin.top, bottom: bottom - origin.top };
  });
  return { board, rows, trackLeft: track.left - origin.left, trackWidth: track.width, axis };
}

/** The row and the minute under a point of the window; null: outside the rows. */
export function targetAt(
  geometry: BoardGeometry,
  point: { readonly x: number; readonly y: number },
  gripMinutes: number,
): DropTarget | null {
  const origin = geometry.board.getBoundingClientRect();
  const y = point.y - origin.top;
  const row = geometry.rows.find(({ top, bottom }) => y >= top && y < bottom);
  if (row === undefined) return null;
  const { axis, trackLeft, trackWidth } = geometry;
  const share = (point.x - origin.left - trackLeft) / trackWidth;
  const minute = axis.fromMinute + share * (axis.toMinute - axis.fromMinute) - gripMinutes;
  const snapped = Math.round(minute / STEP_MINUTES) * STEP_MINUTES;
  return { shiftId: row.shiftId, minute: Math.min(Math.max(snapped, axis.fromMinute), axis.toMinute) };
}

/** Where a target lies on the board, in pixels of its own. */
export function pointOf(geometry: BoardGeometry, { shiftId, minute }: DropTarget) {
  const row = geometry.rows.find((band) => band.shiftId === shiftId);
  const { axis, trackLeft, trackWidth } = geometry;
  const perMinute = trackWidth / (axis.toMinute - axis.fromMinute);
  return { x: trackLeft + (minute - axis.fromMinute) * perMinute, y: row?.top ?? 0, perMinute };
}

/** The target one key press further: five minutes, or the next row. */
export function targetAfterKey(geometry: BoardGeometry, target: DropTarget, key: string): DropTarget | null {
  const at = geometry.rows.findIndex(({ shiftId }) => shiftId === target.shiftId);
  const inRow = (index: number): DropTarget | null => {
    const row = geometry.rows[index];
    return row === undefined ? null : { ...target, shiftId: row.shiftId };
  };
  switch (key) {
    case 'ArrowRight':
      return { ...target, minute: Math.min(nextStep(target.minute), geometry.axis.toMinute) };
    case 'ArrowLeft':
      return { ...target, minute: Math.max(previousStep(target.minute), geometry.axis.fromMinute) };
    case 'ArrowDown':
      return inRow(at + 1);
    case 'ArrowUp':
      return at <= 0 ? null : inRow(at - 1);
    default:
      return null;
  }
}

const nextStep = (minute: number): number => (Math.floor(minute / STEP_MINUTES) + 1) * STEP_MINUTES;
const previousStep = (minute: number): number => (Math.ceil(minute / STEP_MINUTES) - 1) * STEP_MINUTES;
