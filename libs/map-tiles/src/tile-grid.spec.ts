import { boundsAround, tileAt, tilesInside, tilesTouching } from './tile-grid.js';

describe('the grid of tiles', () => {
  it('halves the world at the equator and at Greenwich, and a quarter of it at 66.513 degrees north', () => {
    expect(tileAt([0.1, -0.1], 1)).toEqual({ z: 1, x: 1, y: 1 });
    expect(tileAt([-0.1, 0.1], 1)).toEqual({ z: 1, x: 0, y: 0 });
    // Web Mercator: asinh(tan 66.51326°) = π / 2, a quarter of the way down from the top at zoom 2
    expect(tileAt([0.1, 66.514], 2).y).toBe(0);
    expect(tileAt([0.1, 66.513], 2).y).toBe(1);
    expect(tileAt([-180, 85.06], 3)).toEqual({ z: 3, x: 0, y: 0 });
  });

  it('finds the tiles a box touches, and those inside a tile', () => {
    expect([...tilesTouching([-1, -1, 1, 1], 1)]).toHaveLength(4);
    expect([...tilesInside({ z: 10, x: 3, y: 5 }, 11)]).toEqual([
      { z: 11, x: 6, y: 10 },
      { z: 11, x: 7, y: 10 },
      { z: 11, x: 6, y: 11 },
      { z: 11, x: 7, y: 11 },
    ]);
  });

  it('puts a box around boxes', () => {
    expect(
      boundsAround([
        [1, 2, 3, 4],
        [0, 3, 2, 9],
      ]),
    ).toEqual([0, 2, 3, 9]);
  });
});
