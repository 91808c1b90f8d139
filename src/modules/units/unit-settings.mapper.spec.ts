import { unitSettings, unitSettingsChange } from '@hemtjanst/contracts';
import { DEFAULT_UNIT_SETTINGS, clock } from '@hemtjanst/domain';
import { rowFromChange, settingsFromRow, settingsToContract } from './unit-settings.mapper.js';

const sent = (change: unknown) => unitSettingsChange.parse(change);

describe('unit settings between domain, table and contract', () => {
  it('are the defaults where the unit has chosen nothing, and the contract knows every one of them', () => {
    expect(settingsFromRow({})).toEqual(DEFAULT_UNIT_SETTINGS);
    const answer = settingsToContract(DEFAULT_UNIT_SETTINGS);
    expect(unitSettings.parse(answer)).toEqual(answer);
    expect(Object.keys(answer).sort()).toEqual(Object.keys(DEFAULT_UNIT_SETTINGS).sort());
  });

  it('come back the same when all of them are sent in', () => {
    const stored = rowFromChange({}, sent(settingsToContract(DEFAULT_UNIT_SETTINGS)));
    expect(settingsFromRow(JSON.parse(JSON.stringify(stored)))).toEqual(DEFAULT_UNIT_SETTINGS);
  });

  it('keep earlier choices when another one is made', () => {
    const first = rowFromChange({}, sent({ winterFactor: 1.4 }));
    const second = rowFromChange(first, sent({ serviceHours: { from: '09:00', to: '15:30' } }));
    expect(settingsFromRow(second)).toEqual({
      ...DEFAULT_UNIT_SETTINGS,
      winterFactor: 1.4,
      serviceHours: { from: clock('09:00'), to: clock('15:30') },
    });
  });

  it.each([
    [{ dygnsvilaMinutes: 659 }, { dygnsvilaMinutes: 660 }],
    [{ veckovilaMinutes: 2159 }, { veckovilaMinutes: 2160 }],
    [{ longestShiftSpanMinutes: 781 }, { longestShiftSpanMinutes: 780 }],
    [{ longestWorkWithoutRastMinutes: 301 }, { longestWorkWithoutRastMinutes: 300 }],
    [{ serviceHours: { from: '16:00', to: '16:00' } }, { serviceHours: { from: '15:59', to: '16:00' } }],
  ])('cannot be set beyond what the law allows: %j is refused and %j is not', (refused, allowed) => {
    expect(unitSettingsChange.safeParse(refused).success).toBe(false);
    expect(unitSettingsChange.safeParse(allowed).success).toBe(true);
  });
});
