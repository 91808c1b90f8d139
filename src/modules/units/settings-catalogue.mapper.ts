import { isDeepStrictEqual } from 'node:util';
import type { SettingsCatalogueAnswer, SettingsHistoryAnswer, UnitSettingsContract } from '@hemtjanst/contracts';
import { DEFAULT_UNIT_SETTINGS, instantOfEpochSeconds, SETTINGS_CATALOGUE } from '@hemtjanst/domain';
import { settingsFromRow, settingsToContract } from './unit-settings.mapper.js';
import type { ReplacedSettings } from './unit.repository.js';

/** Every setting as it is now, beside its default and the reason for that. */
export function settingsCatalogue(settings: UnitSettingsContract, version: number): SettingsCatalogueAnswer {
  const defaults = settingsToContract(DEFAULT_UNIT_SETTINGS);
  const items = SETTINGS_CATALOGUE.map((entry) => ({
    ...entry,
    value: settings[entry.key],
    default: defaults[entry.key],
    isDefault: isDeepStrictEqual(settings[entry.key], defaults[entry.key]),
  }));
  return { version, items };
}

/** @param replaced newest first */
export function settingsHistory(
  current: Readonly<Record<string, unknown>>,
  replaced: readonly ReplacedSettings[],
): SettingsHistoryAnswer['items'] {
  return replaced.map((before, index) => ({
    version: before.version + 1,
    changedBy: before.replaced_by,
    changedAt: instantOfEpochSeconds(Math.floor(before.replaced_at.getTime() / 1000)),
    changes: changesBetween(before.settings, index === 0 ? current : replaced[index - 1].settings),
  }));
}

function changesBetween(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const [from, to] = [before, after].map((stored) => settingsToContract(settingsFromRow(stored)));
  return SETTINGS_CATALOGUE.filter(({ key }) => !isDeepStrictEqual(from[key], to[key])).map(({ key }) => ({
    key,
    from: from[key],
    to: to[key],
  }));
}
