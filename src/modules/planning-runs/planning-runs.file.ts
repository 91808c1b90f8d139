import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListFile } from '../../http/list-file.js';

/** The calculations of weeks, and what became of them. */
export const planningRunsFile = ({ items }: { readonly items: readonly PlanningRunAnswer[] }): ListFile => ({
  name: 'berakningar',
  columns: ['vecka', 'grupp', 'status', 'fel', 'fro', 'bestalld', 'klockan', 'klar', 'klar_klockan', 'ej_placerade'],
  rows: items.map((run) => [
    run.week,
    run.workGroupId ?? 'hela enheten',
    run.statusText,
    run.errorText,
    run.seed,
    fileDate(run.createdAt),
    fileClock(run.createdAt),
    fileDate(run.endedAt),
    fileClock(run.endedAt),
    run.progress?.unassignedVisits ?? null,
  ]),
  idColumns: { grupp: 'work-group' },
});
