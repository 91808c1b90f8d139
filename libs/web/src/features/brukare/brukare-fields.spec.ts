import { brukareChange } from './brukare-fields.js';

const BEFORE = { name: 'Ulla Provsson', lat: 57.7, lon: 11.95 };

describe('a changed brukare', () => {
  it('keeps the place when something else is changed', () => {
    expect(brukareChange({ floor: 2 }, BEFORE)).toEqual({ floor: 2 });
  });

  it('sends both numbers of the place when one of them is corrected', () => {
    expect(brukareChange({ lon: 11.97 }, BEFORE)).toEqual({ coordinate: { lat: 57.7, lon: 11.97 } });
  });

  it('has no place when one of the numbers is taken away', () => {
    expect(brukareChange({ lat: null }, BEFORE)).toEqual({ coordinate: null });
  });

  it('sends no half place for somebody new', () => {
    expect(brukareChange({ lat: 57.7, lon: null }, {})).toEqual({ coordinate: null });
  });
});
