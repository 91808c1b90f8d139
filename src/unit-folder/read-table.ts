import type { CareUnit } from '@hemtjanst/domain';
import { readUnitFiles, type UnitFolderRead } from './read-unit-folder.js';
import { writeUnitFiles } from './write-unit-folder.js';

/**
 * One file of the unit folder at a time: the unit as it would be with that file in place of what it has now. Everything
 * is judged as in a whole folder (but the other files may still be empty), so a file that drops somebody others point to is refused, with the rows that point.
 */
export function readTable(fileName: string, content: Uint8Array, existing: CareUnit): UnitFolderRead {
  const files = new Map<string, Uint8Array>(writeUnitFiles(existing));
  files.set(fileName.toLowerCase(), content);
  return readUnitFiles(files, { name: existing.name, requiredFiles: new Set([fileName.toLowerCase()]) });
}
