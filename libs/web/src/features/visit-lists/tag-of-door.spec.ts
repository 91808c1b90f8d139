import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { brukareIdOfTag, visitOfTag } from './tag-of-door.js';

const [MARTA, SVEN] = ['5d2f8c1e-8f2b-4a53-9d80-0d8a2f7b6c11', '6e3f8c1e-8f2b-4a53-9d80-0d8a2f7b6c22'];
const stop = (brukareId: string | null, plannedVisitId: string | null) =>
  ({ brukareId, plannedVisitId }) as VisitListStopAnswer;
const day = [stop(null, null), stop(MARTA, 'morning'), stop(SVEN, 'sven'), stop(MARTA, 'evening')];
const read = (text: string, states: Readonly<Record<string, 'planned' | 'ongoing' | 'over'>>) =>
  visitOfTag(text, day, (visitId) => states[visitId] ?? 'planned');

describe('a tag at a door', () => {
  it('names the brukare, alone or at the end of an address', () => {
    expect(brukareIdOfTag(MARTA)).toBe(MARTA);
    expect(brukareIdOfTag(`https://ramrutt.example/tagg/${SVEN}/${MARTA.toUpperCase()}`)).toBe(MARTA);
    expect(brukareIdOfTag('en affisch')).toBeNull();
  });

  it('starts the next visit there, and ends the one that is going on', () => {
    expect(read(MARTA, {})).toEqual({ kind: 'visit', visitId: 'morning' });
    expect(read(MARTA, { morning: 'over' })).toEqual({ kind: 'visit', visitId: 'evening' });
    expect(read(MARTA, { evening: 'ongoing' })).toEqual({ kind: 'visit', visitId: 'evening' });
  });

  it('does nothing where all is done there, or the door is on another list', () => {
    expect(read(MARTA, { morning: 'over', evening: 'over' })).toEqual({ kind: 'over' });
    expect(read('7f3f8c1e-8f2b-4a53-9d80-0d8a2f7b6c33', {})).toEqual({ kind: 'unknown' });
    expect(read('', {})).toEqual({ kind: 'unknown' });
  });
});
