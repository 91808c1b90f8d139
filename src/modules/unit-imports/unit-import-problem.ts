import type { ImportFault } from '../../unit-folder/import-fault.js';
import { Problem } from '../../http/problem.js';

const SHOWN_FAULTS = 200;

/**
 * Every fault of every file in one answer. Cell values are left out: an answer may end up in a log, and the file, row
 * and column lead the importer to the cell.
 */
export function unitImportProblem(faults: readonly ImportFault[]): Problem {
  const tooLarge = faults.every(({ code }) => code === 'for-stor');
  return new Problem({
    status: tooLarge ? 413 : 422,
    code: 'import',
    title: 'Filerna kan inte läsas in',
    detail: `${faults.length} fel. Inget har sparats.`,
    members: {
      faultCount: faults.length,
      errors: faults.slice(0, SHOWN_FAULTS).map(({ file, row, column, code, message, expected }) => {
        return { file, row, column, code, detail: message, expected };
      }),
    },
  });
}

/** A shift that lies over one the unit has under another number. */
export function collisionFault({ code, keptCode }: { readonly code: string; readonly keptCode: string }): ImportFault {
  return {
    file: 'pass.csv',
    row: null,
    column: 'passid',
    value: code,
    code: 'krock',
    message: `Pass ${code} ligger samtidigt som pass ${keptCode}, som finns sedan tidigare för samma medarbetare.`,
    expected: `samma passid som tidigare, eller att pass ${keptCode} tas bort först`,
  };
}
