import type { VisitDemandAnswer, VisitDemandListAnswer } from '@hemtjanst/contracts';
import type { ListCell, ListFile } from '../../http/list-file.js';

/** The week's visits, and below them those the templates call for that are not demanded, with the reason. */
export const visitDemandsFile = ({ week, demands, dropped }: VisitDemandListAnswer): ListFile => ({
  name: `besok-att-planera-${week}`,
  columns: [
    'mallnr',
    'kundnr',
    'bestallningsnr',
    'dagar',
    'tidigast',
    'senast',
    'minuter',
    'minuter_andra',
    'insatser',
    'kompetenser',
    'prioritet',
    'tidskritiskt',
    'forslag',
    'bortfallet',
  ],
  rows: [
    ...demands.map(demandCells),
    ...dropped.map((one) => [
      one.templateCode,
      one.brukareId,
      null,
      one.onDate,
      ...Array<null>(9).fill(null),
      one.text,
    ]),
  ],
  idColumns: { kundnr: 'brukare', bestallningsnr: 'ramtid-order' },
});

const demandCells = (demand: VisitDemandAnswer): readonly ListCell[] => [
  demand.templateCode,
  demand.brukareId,
  demand.ramtidOrderId,
  demand.allowedDates.join(' '),
  demand.window.earliest,
  demand.window.latest,
  demand.serviceMinutes,
  demand.helper?.serviceMinutes ?? null,
  demand.insatser.join(' '),
  demand.competences.join(' '),
  demand.priority,
  yesNo(demand.isTimeCritical),
  yesNo(demand.isProposed),
  null,
];

const yesNo = (is: boolean): string => (is ? 'ja' : 'nej');
