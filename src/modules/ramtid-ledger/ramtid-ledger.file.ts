import type { BrukareLedgerAnswer, RamtidLedgerAnswer, RamtidLedgerLineAnswer } from '@hemtjanst/contracts';
import { fileHours, filePercent, type ListCell, type ListFile } from '../../http/list-file.js';

const LINE_COLUMNS = [
  'kundnr',
  'bestallningsnr',
  'typ',
  'bestallda_timmar',
  'overforda_timmar',
  'aterlamnade_timmar',
  'registrerade_timmar',
  'justering_timmar',
  'utforda_timmar',
  'publicerade_timmar',
  'monster_timmar',
  'prognos_timmar',
  'saldo_timmar',
  'prognos_procent',
  'varning',
  'besok',
  'justerade_besok',
  'besok_utan_slut',
  'avbojda_besok',
  'bomtid',
] as const;

const lineCells = (line: RamtidLedgerLineAnswer): readonly ListCell[] => [
  line.brukareCode,
  line.orderCode,
  line.kind ?? 'utan beställning',
  fileHours(line.orderedMinutes),
  fileHours(line.carriedOverMinutes),
  fileHours(line.givenBackMinutes),
  fileHours(line.registeredMinutes),
  fileHours(line.adjustmentMinutes),
  fileHours(line.performedMinutes),
  fileHours(line.publishedMinutes),
  fileHours(line.patternMinutes),
  fileHours(line.forecastMinutes),
  fileHours(line.balanceMinutes),
  filePercent(line.forecastShare),
  line.warning === null ? null : WARNINGS[line.warning],
  line.visits,
  line.adjustedVisits,
  line.openVisits,
  line.declinedVisits,
  line.bomVisits,
];

const WARNINGS: Readonly<Record<NonNullable<RamtidLedgerLineAnswer['warning']>, string>> = {
  over: 'över ramen',
  near: 'nära ramen',
  under: 'under ramen',
};

/** The unit's month or week, order by order; a balance below nothing stays a negative number. */
export const ramtidLedgerFile = ({ period, items }: RamtidLedgerAnswer): ListFile => ({
  name: `ramtid-${period}`,
  columns: ['grupp', ...LINE_COLUMNS],
  rows: items.map((line) => [line.workGroupId, ...lineCells(line)]),
  idColumns: { grupp: 'work-group' },
});

/** One brukare's period: each order with what could be changed, best first; an order without suggestions has one row. */
export const brukareLedgerFile = ({ period, orders }: BrukareLedgerAnswer): ListFile => ({
  name: `ramtid-forslag-${period}`,
  columns: [
    ...LINE_COLUMNS,
    'forslag',
    'mallnr',
    'forslag_besok',
    'forslag_timmar',
    'prognos_med_forslag_timmar',
    'hamnar_inom_ramen',
  ],
  rows: orders.flatMap((order) =>
    order.suggestions.length === 0
      ? [[...lineCells(order), null, null, null, null, null, null]]
      : order.suggestions.map((one) => [
          ...lineCells(order),
          one.text,
          one.templateCode,
          one.visits,
          fileHours(one.effectMinutes),
          fileHours(one.forecastMinutes),
          one.landsInside ? 'ja' : 'nej',
        ]),
  ),
});
