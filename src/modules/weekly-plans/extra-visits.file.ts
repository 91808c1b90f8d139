import type { ExtraVisitAnswer } from '@hemtjanst/contracts';
import { fileDate, type ListFile } from '../../http/list-file.js';

/** Visits of one day beside the agreed ones. */
export const extraVisitsFile = ({ items }: { readonly items: readonly ExtraVisitAnswer[] }): ListFile => ({
  name: 'extra-besok',
  columns: [
    'datum',
    'kundnr',
    'bestallningsnr',
    'insatser',
    'tidigast',
    'senast',
    'minuter',
    'dubbelbemanning',
    'tidskritisk',
    'skal',
    'inlagt',
  ],
  rows: items.map((visit) => [
    visit.onDate,
    visit.brukareId,
    visit.ramtidOrderId,
    visit.insatser.join(' '),
    visit.window.earliest,
    visit.window.latest,
    visit.serviceMinutes,
    visit.doubleStaffing ? 'ja' : 'nej',
    visit.isTimeCritical ? 'ja' : 'nej',
    visit.reason,
    fileDate(visit.madeAt),
  ]),
  idColumns: { kundnr: 'brukare', bestallningsnr: 'ramtid-order' },
});
