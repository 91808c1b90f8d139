import {
  draftOf,
  edited,
  EMPTY_DRAFT,
  faultsOf,
  geometryOf,
  middleAfter,
  type AreaEdit,
  type Corner,
} from './area-draft.js';

const SQUARE: readonly Corner[] = [
  [11.9, 57.6],
  [12, 57.6],
  [12, 57.7],
  [11.9, 57.7],
];
const drawn = (...edits: readonly AreaEdit[]) => edits.reduce(edited, EMPTY_DRAFT);
const corners = (...at: readonly Corner[]) => at.map((one): AreaEdit => ({ kind: 'add-corner', at: one }));
const closed = (ring: readonly Corner[]) =>
  [...ring, ...ring.slice(0, 1)].map(([lon, lat]): [number, number] => [lon, lat]);

describe('an area that is drawn', () => {
  it('is closed when it is saved, and open again when it is read', () => {
    const draft = drawn(...corners(...SQUARE));
    const area = { type: 'Polygon' as const, coordinates: [closed(SQUARE)] };
    expect(geometryOf(draft)).toEqual(area);
    expect(draftOf(area)).toEqual(draft);
    expect(faultsOf(draft)).toEqual([]);
  });

  it('is none without corners, and needs three of them', () => {
    expect([geometryOf(EMPTY_DRAFT), faultsOf(EMPTY_DRAFT)]).toEqual([null, []]);
    expect(faultsOf(drawn(...corners(...SQUARE.slice(0, 2))))).toEqual([{ kind: 'too-few', ring: 0 }]);
    expect(faultsOf(drawn(...corners(...SQUARE.slice(0, 3))))).toEqual([]);
  });

  it('may not cross itself: the place where it does is told', () => {
    const [a, b, c, d] = SQUARE;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('a square has four');
    // Opposite corners first: the two sides meet in the middle of the square.
    const [fault] = faultsOf(drawn(...corners(a, c, b, d)));
    expect(fault).toMatchObject({ kind: 'crosses', ring: 0 });
    if (fault?.kind === 'crosses')
      expect(fault.at.map((degrees) => Math.round(degrees * 100) / 100)).toEqual([11.95, 57.65]);
  });

  it('lies in Sweden', () => {
    expect(faultsOf(drawn(...corners(...SQUARE, [2.3, 48.8])))).toEqual([{ kind: 'abroad', ring: 0, corner: 4 }]);
  });

  it('takes a corner between two, moves one and loses one', () => {
    const draft = drawn(...corners(...SQUARE));
    const middle = middleAfter(SQUARE, 0);
    expect(middle).toEqual([11.95, 57.6]);
    const between = edited(draft, { kind: 'add-corner', at: middle ?? [0, 0], ring: 0, before: 1 });
    expect(between.rings[0]?.corners[1]).toEqual([11.95, 57.6]);
    const moved = edited(between, { kind: 'move-corner', ring: 0, corner: 1, to: [11.95, 57.59] });
    expect(moved.rings[0]?.corners[1]).toEqual([11.95, 57.59]);
    expect(edited(moved, { kind: 'remove-corner', ring: 0, corner: 1 })).toEqual(draft);
  });

  it('may have several parts and holes: a hole goes with its part', () => {
    const hole: readonly Corner[] = [
      [11.94, 57.64],
      [11.96, 57.64],
      [11.95, 57.66],
    ];
    const area = { type: 'MultiPolygon' as const, coordinates: [[closed(SQUARE), closed(hole)], [closed(hole)]] };
    const draft = draftOf(area);
    expect(draft.rings.map(({ isHole }) => isHole)).toEqual([false, true, false]);
    expect(geometryOf(draft)).toEqual(area);
    expect(edited(draft, { kind: 'remove-ring', ring: 0 }).rings).toHaveLength(1);
    expect(edited(draft, { kind: 'remove-ring', ring: 1 }).rings).toHaveLength(2);
    expect(geometryOf(drawn(...corners(...SQUARE), { kind: 'add-part' }))).toMatchObject({ type: 'Polygon' });
  });
});
