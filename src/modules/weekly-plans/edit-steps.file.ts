import type { EditStepAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListFile } from '../../http/list-file.js';

/** What was changed in a draft by hand, step by step. */
export const editStepsFile = ({ items }: { readonly items: readonly EditStepAnswer[] }): ListFile => ({
  name: 'andringar-i-utkastet',
  columns: ['steg', 'andring', 'behov', 'angrad', 'datum', 'klockan', 'konto_id'],
  rows: items.map((step) => [
    step.position,
    KINDS[step.kind],
    step.visitDemandIds.join(', '),
    step.isUndone ? 'ja' : 'nej',
    fileDate(step.madeAt),
    fileClock(step.madeAt),
    step.madeBy,
  ]),
});

const KINDS: Readonly<Record<EditStepAnswer['kind'], string>> = {
  move: 'flyttat',
  swap: 'bytt plats',
  place: 'placerat',
  unassign: 'lyft ur',
  lock: 'låst',
  unlock: 'låst upp',
  replan: 'planerat om',
  extra: 'extra besök',
  release: 'lyft ur vid frånvaro',
};
