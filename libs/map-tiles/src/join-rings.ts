/**
 * Closed rings out of the pieces of an outline, joined where they end in the same node, turned round where needed.
 * Pieces that do not close (an extract cuts lakes in two) are left out: half a ring would flood the wrong side.
 */
export function joinRings(pieces: readonly (readonly number[])[]): number[][] {
  const left = pieces.filter((piece) => piece.length >= 2).map((piece) => [...piece]);
  const rings: number[][] = [];
  for (let ring = left.pop(); ring !== undefined; ring = left.pop()) {
    while (!isClosed(ring) && extend(ring, left));
    if (isClosed(ring) && ring.length >= 4) rings.push(ring);
  }
  return rings;
}

function extend(ring: number[], left: number[][]): boolean {
  const end = ring[ring.length - 1];
  const at = left.findIndex((piece) => piece[0] === end || piece[piece.length - 1] === end);
  if (at < 0) return false;
  const [piece] = left.splice(at, 1);
  const onwards = piece[0] === end ? piece : piece.reverse();
  ring.push(...onwards.slice(1));
  return true;
}

const isClosed = (ring: readonly number[]): boolean => ring[0] === ring[ring.length - 1];
