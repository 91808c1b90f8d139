import { changedValues, collisionsOf, draftOf, readDraft, type FormField } from './form-values.js';

const FIELDS: readonly FormField[] = [
  { kind: 'text', name: 'code', label: 'Nummer', isRequired: true },
  { kind: 'number', name: 'hours', label: 'Timmar', isRequired: true },
  { kind: 'date', name: 'to', label: 'Till' },
  { kind: 'many', name: 'insatser', label: 'Insatser', options: [], isRequired: true },
  { kind: 'check', name: 'double', label: 'Dubbel' },
];
const KEPT = { code: 'O1', hours: 26.5, to: null, insatser: ['dusch'], double: false };

describe('a form of a record', () => {
  it('shows numbers as Swedes write them and reads them back as they were', () => {
    const draft = draftOf(FIELDS, KEPT);
    expect(draft['hours']).toBe('26,5');
    expect(readDraft(FIELDS, draft)).toEqual({ values: KEPT, faults: {} });
  });

  it('reads 1 200,5 with a space, a point as well as a comma, and a minus sign', () => {
    const hoursOf = (typed: string) => readDraft(FIELDS, { ...draftOf(FIELDS, KEPT), hours: typed }).values['hours'];
    expect([hoursOf('1 200,5'), hoursOf('26.5'), hoursOf('−3')]).toEqual([1200.5, 26.5, -3]);
  });

  it('says which fields are empty and which cannot be read, all at once', () => {
    const draft = { code: ' ', hours: 'många', to: '2 mars', insatser: [], double: false };
    expect(readDraft(FIELDS, draft).faults).toEqual({
      code: 'required',
      hours: 'notANumber',
      to: 'notADate',
      insatser: 'required',
    });
  });

  it('sends only what was changed; the same ticks in another order are no change', () => {
    const before = { ...KEPT, insatser: ['dusch', 'morgon'] };
    expect(changedValues(before, { ...before, hours: 30, insatser: ['morgon', 'dusch'] })).toEqual({ hours: 30 });
  });

  it('finds the fields that two people changed to different values', () => {
    const theirs = { ...KEPT, hours: 28, code: 'O2', to: '2031-01-01' };
    const mine = { ...KEPT, hours: 30, code: 'O2' };
    expect(collisionsOf(KEPT, theirs, mine)).toEqual([{ name: 'hours', theirs: 28, mine: 30 }]);
  });
});
