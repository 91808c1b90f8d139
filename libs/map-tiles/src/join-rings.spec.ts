import { joinRings } from './join-rings.js';

describe('rings out of pieces', () => {
  it('joins pieces end to end, turned round where needed', () => {
    // 1–2–3 and 1–4–3: the second runs the other way.
    const [ring] = joinRings([
      [1, 2, 3],
      [1, 4, 3],
    ]);
    expect(ring[0]).toBe(ring[ring.length - 1]);
    expect(new Set(ring)).toEqual(new Set([1, 2, 3, 4]));
    expect(ring).toHaveLength(5);
  });

  it('keeps two islands apart', () => {
    const rings = joinRings([
      [1, 2, 3, 1],
      [7, 8, 9, 7],
    ]);
    expect(rings).toHaveLength(2);
  });

  it('leaves out a lake that the extract cuts through, and a ring of two nodes', () => {
    expect(joinRings([[1, 2, 3]])).toEqual([]);
    expect(joinRings([[1, 2, 1]])).toEqual([]);
    expect(joinRings([[]])).toEqual([]);
  });
});
