/** Bytes per pair: the place gone to (4), whole seconds (3) and metres (3), little-endian. */
const pairBytes = 10;
const largestFigure = 0xff_ff_fe;
const noWay = 0xff_ff_ff;
const unreachable = -1;

/** Reads each pair of a kept row: the place gone to, seconds and metres, −1 where there is no way. */
export function readPairs(pairs: Buffer, read: (toPlaceId: number, seconds: number, meters: number) => void): void {
  for (let at = 0; at + pairBytes <= pairs.length; at += pairBytes) {
    const toPlaceId = pairs[at] | (pairs[at + 1] << 8) | (pairs[at + 2] << 16) | (pairs[at + 3] << 24);
    const seconds = pairs[at + 4] | (pairs[at + 5] << 8) | (pairs[at + 6] << 16);
    const meters = pairs[at + 7] | (pairs[at + 8] << 8) | (pairs[at + 9] << 16);
    const isWay = seconds !== noWay && meters !== noWay;
    read(toPlaceId, isWay ? seconds : unreachable, isWay ? meters : unreachable);
  }
}

/** The bytes of a row. No trip takes half a year: a figure that does not fit is kept as the largest that does. */
export function writePairs(
  toPlaceIds: readonly number[],
  seconds: readonly number[],
  meters: readonly number[],
): Buffer {
  const pairs = Buffer.alloc(toPlaceIds.length * pairBytes);
  toPlaceIds.forEach((toPlaceId, index) => {
    const at = index * pairBytes;
    const isWay = seconds[index] >= 0 && meters[index] >= 0;
    pairs.writeInt32LE(toPlaceId, at);
    pairs.writeUIntLE(isWay ? Math.min(seconds[index], largestFigure) : noWay, at + 4, 3);
    pairs.writeUIntLE(isWay ? Math.min(meters[index], largestFigure) : noWay, at + 7, 3);
  });
  return pairs;
}
