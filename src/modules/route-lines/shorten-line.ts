type Point = readonly [number, number];

/** Below the width of a drawn line at the closest zoom. */
const TOLERANCE_METERS = 1.5;
const METERS_PER_DEGREE = 111_320;

/**
 * A line with fewer points that looks the same (Douglas and Peucker 1973), to the nearest metre: a phone on a bad net
 * fetches a third of it.
 */
export function shortenLine(line: readonly Point[]): [number, number][] {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = line.length > 2 ? [[0, line.length - 1]] : [];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const farthest = farthestBetween(line, ...span);
    if (farthest === null) continue;
    kept.add(farthest);
    spans.push([span[0], farthest], [farthest, span[1]]);
  }
  return line.filter((_, at) => kept.has(at)).map(([lon, lat]) => [rounded(lon), rounded(lat)]);
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The point farthest from the straight line between two others; null where all lie close to it. */
function farthestBetween(line: readonly Point[], from: number, to: number): number | null {
  let [farthest, meters] = [-1, TOLERANCE_METERS];
  for (let at = from + 1; at < to; at++) {
    const distance = metersFrom(line[at], line[from], line[to]);
    if (distance > meters) [farthest, meters] = [at, distance];
  }
  return farthest < 0 ? null : farthest;
}

function metersFrom(point: Point, from: Point, to: Point): number {
  const perLon = METERS_PER_DEGREE * Math.cos((point[1] * Math.PI) / 180);
  const [dx, dy] = [(to[0] - from[0]) * perLon, (to[1] - from[1]) * METERS_PER_DEGREE];
  const [px, py] = [(point[0] - from[0]) * perLon, (point[1] - from[1]) * METERS_PER_DEGREE];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return Math.hypot(px - along * dx, py - along * dy);
}
