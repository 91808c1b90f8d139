import { type Absence, type LocalDate, type Shift, minuteOfDay, minutes } from '@hemtjanst/domain';

/** A remaining piece shorter than this is not worth a route of its own. */
const SHORTEST_PIECE_MINUTES = 60;

/**
 * What is left of a shift when the employee's absences are cut away: the longest unbroken piece, or null where nothing
 * useful remains. The rast goes with a piece only if the piece is longer than five hours, since a shorter one needs none.
 */
export function shiftAtWork(shift: Shift, absences: readonly Absence[]): Shift | null {
  const pieces = absences.reduce(
    (left, absence) => left.flatMap((piece) => cut(piece, absenceOn(shift.onDate, absence))),
    [{ from: shift.startsAt as number, to: shift.endsAt as number }],
  );
  const longest = pieces.reduce((best, piece) => (piece.to - piece.from > best.to - best.from ? piece : best), {
    from: 0,
    to: 0,
  });
  const length = longest.to - longest.from;
  if (length === shift.endsAt - shift.startsAt) return shift;
  if (length < SHORTEST_PIECE_MINUTES) return null;
  return {
    ...shift,
    startsAt: minuteOfDay(longest.from),
    endsAt: minuteOfDay(longest.to),
    breakMinutes: length > 300 ? shift.breakMinutes : minutes(0),
  };
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The absence's part of one date in minutes of the day; empty (from ≥ to) where it does not touch it. */
function absenceOn(date: LocalDate, absence: Absence): Piece {
  if (date < absence.fromDate || date > absence.toDate) return { from: 0, to: 0 };
  return {
    from: date === absence.fromDate ? absence.fromMinute : 0,
    to: date === absence.toDate ? absence.toMinute : 1440,
  };
}

function cut(piece: Piece, hole: Piece): Piece[] {
  if (hole.from >= hole.to || hole.to <= piece.from || hole.from >= piece.to) return [piece];
  return [
    { from: piece.from, to: hole.from },
    { from: hole.to, to: piece.to },
  ].filter((part) => part.to > part.from);
}
