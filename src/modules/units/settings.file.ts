import type { SettingsCatalogueAnswer, SettingsHistoryAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListCell, type ListFile } from '../../http/list-file.js';

/** Every setting with its value and what the default stands on. */
export const settingsCatalogueFile = ({ items }: SettingsCatalogueAnswer): ListFile => ({
  name: 'installningar',
  columns: ['grupp', 'nyckel', 'installning', 'varde', 'enhet', 'grundvarde', 'skal', 'kalla', 'sakerhet'],
  rows: items.map((item) => [
    item.group,
    item.key,
    item.label,
    valueCell(item.value),
    item.unit,
    valueCell(item.default),
    item.reason,
    item.source,
    item.confidence,
  ]),
});

/** Who changed which setting; one row a changed setting. */
export const settingsHistoryFile = ({ items }: SettingsHistoryAnswer): ListFile => ({
  name: 'installningar-andringar',
  columns: ['version', 'datum', 'klockan', 'nyckel', 'fran', 'till', 'konto_id'],
  rows: items.flatMap(({ version, changedAt, changedBy, changes }) =>
    changes.map(({ key, from, to }) => [
      version,
      fileDate(changedAt),
      fileClock(changedAt),
      key,
      valueCell(from),
      valueCell(to),
      changedBy,
    ]),
  ),
});

/** Numbers stay numbers; a setting of several parts is written as the service writes it. */
const valueCell = (value: unknown): ListCell =>
  typeof value === 'number' || typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
