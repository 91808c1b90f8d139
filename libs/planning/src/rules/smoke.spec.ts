import { meetsUnbearableSmoke } from './smoke.js';

describe('smoke', () => {
  it('keeps away who cannot be near it where the person smokes, and only there', () => {
    expect(meetsUnbearableSmoke({ isSmoker: true }, { toleratesSmoke: false })).toBe(true);
    expect(meetsUnbearableSmoke({ isSmoker: true }, { toleratesSmoke: true })).toBe(false);
    expect(meetsUnbearableSmoke({ isSmoker: false }, { toleratesSmoke: false })).toBe(false);
  });
});
