import type { SolomonInstance, SolomonStop } from '../vrptw/read-solomon.js';
import { Random } from '../random.js';

/** A stop at (x, y), open all day, no service, one unit of load. */
export const aStop = (number: number, x: number, y: number, rest: Partial<SolomonStop> = {}): SolomonStop => ({
  number,
  x,
  y,
  demand: 1,
  ready: 0,
  due: 1_000,
  service: 0,
  ...rest,
});

/** A depot at (0, 0) with these stops. */
export const anInstance = (
  stops: readonly SolomonStop[],
  { vehicles = 3, capacity = 10, due = 1_000 } = {},
): SolomonInstance => ({
  name: 'MADE',
  vehicles,
  capacity,
  stops: [aStop(0, 0, 0, { demand: 0, due }), ...stops],
});

/** Stops drawn on a square of 100, half of them with a narrow window that a vehicle of their own can keep. */
export function aRandomInstance(seed: number, stopCount: number): SolomonInstance {
  const random = new Random(seed);
  const stops = Array.from({ length: stopCount }, (_, index) => {
    const [x, y] = [random.below(100) - 50, random.below(100) - 50];
    const isNarrow = random.unit() < 0.5;
    const ready = isNarrow ? 80 + random.below(200) : 0;
    const due = isNarrow ? ready + 20 + random.below(60) : 400;
    return aStop(index + 1, x, y, { ready, due, service: 5 + random.below(10), demand: 1 + random.below(5) });
  });
  return anInstance(stops, { vehicles: stopCount, capacity: 15, due: 500 });
}
