import type { UnassignedReason } from '@hemtjanst/solver';
import { tellingReasons } from './explain-unassigned.js';

const reason = (code: UnassignedReason['code'], shifts: number): UnassignedReason => ({ code, shifts });
const codesOf = (...reasons: UnassignedReason[]): readonly string[] => tellingReasons(reasons).map(({ code }) => code);

describe('why a visit has no place', () => {
  it('is the full shifts at its time, not the evening shifts that never came into question', () => {
    expect(codesOf(reason('no-shift-in-window', 9), reason('no-room', 4))).toEqual(['no-room']);
  });

  it('is the roster where nobody who may come works at its time', () => {
    expect(codesOf(reason('no-shift-in-window', 9))).toEqual(['no-shift-in-window']);
    expect(codesOf(reason('no-compatible-shift', 0))).toEqual(['no-compatible-shift']);
  });

  it('is other visits that went before where it would have had room in one shift, full as the others are', () => {
    expect(codesOf(reason('no-room', 11), reason('displaced', 1))).toEqual(['displaced', 'no-room']);
  });

  it('is the visit it hangs together with where it would fit alone', () => {
    expect(codesOf(reason('no-shift-in-window', 3), reason('no-room', 5), reason('coupled-visit', 2))).toEqual([
      'coupled-visit',
      'no-room',
    ]);
  });

  it('names days too close to another visit of its kind after shifts without room on the other days', () => {
    expect(codesOf(reason('spacing', 6), reason('no-room', 2))).toEqual(['no-room', 'spacing']);
  });

  it('tells each reason once for a visit for two, with the part that tried more shifts', () => {
    expect(tellingReasons([reason('no-room', 3), reason('no-room', 7), reason('no-compatible-shift', 0)])).toEqual([
      reason('no-room', 7),
    ]);
  });

  it('is missing only where the search gave none', () => {
    expect(tellingReasons([])).toEqual([]);
  });
});
