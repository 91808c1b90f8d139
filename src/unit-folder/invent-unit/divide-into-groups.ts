import type { Coordinate, Ring } from '@hemtjanst/domain';

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The places of one group, by index, and a box around them that no other group's box overlaps. */
export interface Division {
  readonly members: readonly number[];
  readonly ring: Ring;
}

/** Room between the outermost address and the border of its area: about 300 m. */
const MARGIN_DEGREES = 0.003;

/**
 * Divides places into compact groups whose sizes follow `shares`: cuts the box in two across its longer side where the
 * shares say, and goes on in each half. Boxes meet along the cuts and never overlap.
 */
export function divideIntoGroups(places: readonly Coordinate[], shares: readonly number[]): readonly Division[] {
  const all = places.map((_, index) => index);
  return divide(places, all, shares, boxAround(places));
}

function divide(
  places: readonly Coordinate[],
  members: readonly number[],
  shares: readonly number[],
  box: Box,
): readonly Division[] {
  if (shares.length <= 1) return [{ members: [...members].sort((a, b) => a - b), ring: ringOf(box) }];
  const half = Math.ceil(shares.length / 2);
  const firstShares = shares.slice(0, half);
  const isWide = (box.east - box.west) * Math.cos((box.south * Math.PI) / 180) > box.north - box.south;
  const along = (index: number): number => (isWide ? places[index]?.lon : places[index]?.lat) ?? 0;
  const sorted = [...members].sort((a, b) => along(a) - along(b));
  const cut = cutBetween(sorted.map(along), sum(firstShares) / sum(shares));
  const [low, high] = cutBox(box, isWide, cut);
  return [
    ...divide(
      places,
      sorted.filter((index) => along(index) < cut),
      firstShares,
      low,
    ),
    ...divide(
      places,
      sorted.filter((index) => along(index) >= cut),
      shares.slice(half),
      high,
    ),
  ];
}

/** Between the two different values nearest to `share` of the way through the sorted values. */
function cutBetween(sorted: readonly number[], share: number): number {
  const wanted = Math.round(sorted.length * share);
  const steps = sorted
    .map((value, index) => ({ index, value, before: sorted[index - 1] ?? value }))
    .filter(({ value, before }) => value > before);
  const nearest = steps.reduce<(typeof steps)[number] | null>(
    (best, step) => (best === null || Math.abs(step.index - wanted) < Math.abs(best.index - wanted) ? step : best),
    null,
  );
  return nearest === null ? (sorted[0] ?? 0) : (nearest.before + nearest.value) / 2;
}

function cutBox(box: Box, isWide: boolean, cut: number): readonly [Box, Box] {
  return isWide
    ? [
        { ...box, east: cut },
        { ...box, west: cut },
      ]
    : [
        { ...box, north: cut },
        { ...box, south: cut },
      ];
}

function boxAround(places: readonly Coordinate[]): Box {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  return {
    west: Math.min(...lons) - MARGIN_DEGREES,
    south: Math.min(...lats) - MARGIN_DEGREES / 2,
    east: Math.max(...lons) + MARGIN_DEGREES,
    north: Math.max(...lats) + MARGIN_DEGREES / 2,
  };
}

const ringOf = ({ west, south, east, north }: Box): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
