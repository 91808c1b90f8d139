import type { AptReportAnswer, EfficiencyReportAnswer, EfficiencyTrendAnswer } from '@hemtjanst/contracts';
import type { ListCell, ListFile } from '../../http/list-file.js';

type Sums = NonNullable<EfficiencyReportAnswer['previous']>;
type Split = EfficiencyReportAnswer['split'];

const SUM_COLUMNS = [
  'bestallda_timmar',
  'planerade_timmar',
  'utforda_timmar',
  'personaltimmar',
  'utfort_av_personaltid_procent',
  'bestallt_av_personaltid_procent',
  'utfort_av_bestallt_procent',
] as const;

const sumCells = (sums: Sums): readonly ListCell[] => [
  sums.orderedHours,
  sums.plannedHours,
  sums.performedHours,
  sums.staffHours,
  percent(sums.performedPerStaff),
  percent(sums.orderedPerStaff),
  percent(sums.performedPerOrdered),
];

const SPLIT_COLUMNS = [
  'besok',
  'larm',
  'restid',
  'hantering',
  'kringtid',
  'moten',
  'vantan',
  'kommande',
  'oforklarat',
] as const;

const splitCells = (split: Split): readonly ListCell[] => [
  split.visitHours,
  split.larmHours,
  split.travelHours,
  split.handlingHours,
  split.kringtidHours,
  split.meetingHours,
  split.waitHours,
  split.aheadHours,
  split.unexplainedHours,
];

/** The selection, then each group: sums, and the split of the staff hours as planned and as it turned out. */
export function efficiencyReportFile(report: EfficiencyReportAnswer): ListFile {
  const row = (scope: string, part: Omit<EfficiencyReportAnswer['workGroups'][number], 'workGroupId'>) => [
    scope,
    ...sumCells(part),
    ...splitCells(part.split),
    ...splitCells(part.outcomeSplit),
  ];
  return {
    name: `effektivitet-${report.from}-${report.to}`,
    columns: [
      'urval',
      ...SUM_COLUMNS,
      ...SPLIT_COLUMNS.map((part) => `plan_${part}`),
      ...SPLIT_COLUMNS.map((part) => `utfall_${part}`),
    ],
    rows: [row('urvalet', report), ...report.workGroups.map((group) => row(group.workGroupId, group))],
  };
}

export const efficiencyTrendFile = ({ period, items }: EfficiencyTrendAnswer): ListFile => ({
  name: `effektivitet-utveckling-${period}`,
  columns: ['fran', 'till', 'stangd', ...SUM_COLUMNS],
  rows: items.map((item) => [item.from, item.to, item.isClosed ? 'ja' : 'nej', ...sumCells(item)]),
});

/** The unit this month and last, then each group. */
export function aptReportFile(report: AptReportAnswer): ListFile {
  const row = (scope: string, line: AptReportAnswer['unit']): readonly ListCell[] => [
    scope,
    line.month,
    ...sumCells(line),
    line.continuity?.mean ?? null,
    line.continuity?.median ?? null,
    percent(line.continuity?.shareAbove10 ?? null),
  ];
  return {
    name: `apt-${report.month}`,
    columns: [
      'urval',
      'manad',
      ...SUM_COLUMNS,
      'kontinuitet_medel',
      'kontinuitet_median',
      'kontinuitet_over_10_procent',
    ],
    rows: [
      row('enheten', report.unit),
      ...(report.previous === null ? [] : [row('enheten', report.previous)]),
      ...report.workGroups.map((group) => row(group.name, group)),
    ],
  };
}

const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 10);
