/** A vehicle routing problem with time windows; index 0 is the depot. Times and distances in the file's own unit. */
export interface SolomonInstance {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  readonly stops: readonly SolomonStop[];
}

export interface SolomonStop {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/**
 * Reads the text format of Solomon (1987) and of Gehring and Homberger (1999).
 *
 * @throws Error naming what is missing.
 */
export function readSolomon(text: string): SolomonInstance {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const header = lines.findIndex((line) => /^NUMBER\s+CAPACITY/i.test(line));
  const fleet = numbersOf(lines[header + 1] ?? '');
  if (header < 0 || fleet.length !== 2) throw new Error('Not a Solomon file: no line with vehicle NUMBER and CAPACITY');
  const rows = lines.slice(header + 2).map(numbersOf);
  const stops = rows.filter((row) => row.length === 7 && row.every(Number.isFinite)).map(stopFrom);
  if (stops.length < 2) throw new Error('Not a Solomon file: a depot and at least one stop are needed');
  return { name: lines[0], vehicles: fleet[0], capacity: fleet[1], stops };
}

function numbersOf(line: string): number[] {
  return line.split(/\s+/).map(Number);
}

function stopFrom([number, x, y, demand, ready, due, service]: readonly number[]): SolomonStop {
  return { number, x, y, demand, ready, due, service };
}
