import { pointOf, targetAfterKey, targetAt, type BoardGeometry } from './board-geometry.js';

/** Two rows of 44 px under a head of 26 px; 07–17 on 600 px after 200 px of names: one minute is one pixel. */
const geometry = (scrolledBy = { x: 0, y: 0 }): BoardGeometry => ({
  board: { getBoundingClientRect: () => ({ left: 10 - scrolledBy.x, top: 100 - scrolledBy.y }) } as HTMLElement,
  rows: [
    { shiftId: 'a', top: 26, bottom: 70 },
    { shiftId: 'b', top: 70, bottom: 114 },
  ],
  trackLeft: 200,
  trackWidth: 600,
  axis: { fromMinute: 420, toMinute: 1020 },
});

describe('the geometry of the board', () => {
  it('finds row and minute under the pointer, on whole five minutes', () => {
    // 10 + 200 + 62 px: 62 minutes after 07:00, nearest step 08:00.
    expect(targetAt(geometry(), { x: 272, y: 130 }, 0)).toEqual({ shiftId: 'a', minute: 480 });
    expect(targetAt(geometry(), { x: 272, y: 171 }, 0)).toEqual({ shiftId: 'b', minute: 480 });
  });

  it('takes the grip away: the visit begins where its edge is, not where it is held', () => {
    expect(targetAt(geometry(), { x: 272, y: 130 }, 20)).toEqual({ shiftId: 'a', minute: 460 });
  });

  it('finds the same place on a board that has been scrolled', () => {
    expect(targetAt(geometry({ x: 100, y: 44 }), { x: 172, y: 127 }, 0)).toEqual({ shiftId: 'b', minute: 480 });
  });

  it('is nowhere outside the rows, and never outside the axis', () => {
    expect(targetAt(geometry(), { x: 272, y: 110 }, 0)).toBeNull();
    expect(targetAt(geometry(), { x: 5000, y: 130 }, 0)?.minute).toBe(1020);
  });

  it('goes a step or a row with a key, and stops at the edges', () => {
    const target = { shiftId: 'a', minute: 482 };
    expect(targetAfterKey(geometry(), target, 'ArrowRight')?.minute).toBe(485);
    expect(targetAfterKey(geometry(), target, 'ArrowLeft')?.minute).toBe(480);
    expect(targetAfterKey(geometry(), target, 'ArrowDown')?.shiftId).toBe('b');
    expect(targetAfterKey(geometry(), target, 'ArrowUp')).toBeNull();
    expect(targetAfterKey(geometry(), { shiftId: 'b', minute: 420 }, 'ArrowLeft')?.minute).toBe(420);
  });

  it('says where a target is drawn', () => {
    expect(pointOf(geometry(), { shiftId: 'b', minute: 480 })).toEqual({ x: 260, y: 70, perMinute: 1 });
  });
});
