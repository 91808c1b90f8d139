import type { ContinuityAnswer } from '@hemtjanst/contracts';
import type { ListCell, ListFile } from '../../http/list-file.js';

/** The two measures of the selection and of each group, never in one column. */
export function continuityFile(answer: ContinuityAnswer): ListFile {
  const row = (scope: string, measure: ContinuityAnswer['official'], word: string): readonly ListCell[] => [
    scope,
    word,
    measure.figures.brukareCount,
    measure.figures.mean,
    measure.figures.median,
    measure.figures.max,
    percent(measure.figures.shareAbove10),
    percent(measure.figures.shareAbove20),
  ];
  const rows = (scope: string, report: Pick<ContinuityAnswer, 'official' | 'wider'>) => [
    row(scope, report.official, 'officiellt mått'),
    row(scope, report.wider, 'alla brukare'),
  ];
  return {
    name: `kontinuitet-${answer.from}-${answer.to}`,
    columns: ['urval', 'matt', 'brukare', 'medel', 'median', 'flest', 'over_10_procent', 'over_20_procent'],
    rows: [...rows('urvalet', answer), ...answer.groups.flatMap((group) => rows(group.workGroupId, group))],
  };
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
