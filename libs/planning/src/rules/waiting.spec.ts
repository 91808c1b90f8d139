import { DEFAULT_UNIT_SETTINGS as settings } from '@hemtjanst/domain';
import { waitingRule } from './waiting.js';

describe('waiting', () => {
  it('is told and costs nothing: the hours are paid whether somebody waits or not', () => {
    expect(waitingRule.weight(settings)).toBe(0);
    expect(waitingRule.explain({ seconds: 480 }).sv).toBe('+8 min väntan');
    expect([29, 30].map((seconds) => waitingRule.explain({ seconds }).sv)).toEqual(['±0 min väntan', '+1 min väntan']);
  });
});
