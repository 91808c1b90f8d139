import { premisesChange } from './place-fields.js';

const BEFORE = { name: 'Lokalen', address: null, lat: 57.7, lon: 11.95 };

describe('a change of premises', () => {
  it('sends the place whole when one half of it has changed', () => {
    expect(premisesChange({ lat: 57.8 }, BEFORE)).toEqual({ coordinate: { lat: 57.8, lon: 11.95 } });
  });

  it('leaves the place alone when only the name has changed', () => {
    expect(premisesChange({ name: 'Nya lokalen' }, BEFORE)).toEqual({ name: 'Nya lokalen' });
  });
});
