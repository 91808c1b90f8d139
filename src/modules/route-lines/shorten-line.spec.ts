import { shortenLine } from './shorten-line.js';

describe('a line with fewer points', () => {
  it('drops what lies on a straight street and keeps its corners', () => {
    // Along a parallel, 0.0001° of longitude is 6 m; the corner turns north.
    const line: [number, number][] = [
      [11.96, 57.7],
      [11.9601, 57.7],
      [11.9602, 57.7],
      [11.9602, 57.701],
    ];
    expect(shortenLine(line)).toEqual([
      [11.96, 57.7],
      [11.9602, 57.7],
      [11.9602, 57.701],
    ]);
  });

  it('keeps a bend of two metres and drops one of one metre', () => {
    // 0.00001° of latitude is 1.1 m
    const bent = (metersNorth: number): [number, number][] => [
      [11.96, 57.7],
      [11.961, 57.7 + (metersNorth * 0.00001) / 1.1132],
      [11.962, 57.7],
    ];
    expect(shortenLine(bent(2))).toHaveLength(3);
    expect(shortenLine(bent(1))).toHaveLength(2);
  });

  it('leaves a leg between two doors of one house as it is', () => {
    expect(shortenLine([[11.96, 57.7]])).toEqual([[11.96, 57.7]]);
    expect(shortenLine([])).toEqual([]);
  });
});
