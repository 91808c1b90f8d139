import type { WhatIfAnswer } from '@hemtjanst/contracts';
import { fileDate, filePercent, type ListCell, type ListFile } from '../../http/list-file.js';

type Side = NonNullable<WhatIfAnswer['result']>['before'];

const SIDE_COLUMNS = [
  'planerade_besok',
  'oplanerade_besok',
  'besok_timmar',
  'restid_timmar',
  'personal_timmar',
  'planerad_effektivitet_procent',
  'medarbetare_per_14_dagar',
  'kontaktman_procent',
] as const;

const sideCells = (side: Side | undefined): readonly ListCell[] =>
  side === undefined
    ? SIDE_COLUMNS.map(() => null)
    : [
        side.plannedVisits,
        side.unassignedVisits,
        side.visitHours,
        side.travelHours,
        side.staffHours,
        filePercent(side.plannedEfficiency),
        side.meanEmployeesPer14Days,
        filePercent(side.kontaktmanShare),
      ];

/** The questions asked, the newest first, with the same week before and after the change. */
export const whatIfsFile = ({ items }: { readonly items: readonly WhatIfAnswer[] }): ListFile => ({
  name: 'tank-om',
  columns: [
    'fraga',
    'vecka',
    'pass',
    'stalld',
    'status',
    ...SIDE_COLUMNS.map((column) => `fore_${column}`),
    ...SIDE_COLUMNS.map((column) => `efter_${column}`),
    'ryms_inte_efter',
    'ryms_forst_efter',
  ],
  rows: items.map((one) => [
    one.change.kind === 'lend' ? 'lånade pass' : 'färre pass',
    one.week,
    one.change.shiftIds.length,
    fileDate(one.createdAt),
    one.statusText,
    ...sideCells(one.result?.before),
    ...sideCells(one.result?.after),
    one.result?.leftOut.length ?? null,
    one.result?.nowPlaced ?? null,
  ]),
});
