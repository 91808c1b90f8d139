import type { CareUnit } from '@hemtjanst/domain';
import type { ImportFault, ImportNote } from '../unit-folder/import-fault.js';
import { readUnitFolder } from '../unit-folder/read-unit-folder.js';
import { type CommandIo, EXIT, fail } from './command-io.js';
import { resolvePath } from './command-options.js';

/** @throws CommandFailure (bad input): every fault of every file, one line each. */
export async function readUnitOrFail(
  io: CommandIo,
  folder: string,
): Promise<{ unit: CareUnit; notes: readonly ImportNote[] }> {
  const read = await readUnitFolder(resolvePath(io, folder)).catch((error: unknown) =>
    fail(
      EXIT.badInput,
      `${folder}: the folder cannot be read (${error instanceof Error ? error.message : String(error)})`,
    ),
  );
  if (read.ok) return read;
  return fail(
    EXIT.badInput,
    ...read.faults.map(faultLine),
    `${read.faults.length} fel i enhetens mapp. Inget har lästs in.`,
  );
}

function faultLine(fault: ImportFault): string {
  const where = [fault.file, fault.row === null ? null : `rad ${fault.row}`, fault.column].filter(
    (part) => part !== null,
  );
  const held = fault.value === '' ? '' : ` (står: ${fault.value})`;
  return `${where.join(', ')}: ${fault.message}${held} Rätt: ${fault.expected}`;
}
