import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListFile } from '../../http/list-file.js';

/** What was registered, and beside it the time of the last correction with its reason. */
export const registeredTimesFile = ({ items }: { readonly items: readonly RegisteredTimeAnswer[] }): ListFile => ({
  name: 'registreringar',
  columns: [
    'datum',
    'start',
    'slut',
    'typ',
    'kundnr',
    'anstnr',
    'planerat',
    'anmarkningar',
    'rattad_start',
    'rattad_slut',
    'rattningar',
    'skal',
  ],
  rows: items.map((item) => {
    const last = item.corrections.at(-1);
    return [
      fileDate(item.startsAt),
      fileClock(item.startsAt),
      fileClock(item.endsAt),
      item.kind,
      item.brukareId,
      item.employeeId,
      item.match === 'planerat' ? 'ja' : item.match === 'oplanerat' ? 'nej' : 'ingen plan',
      item.flags.join(' '),
      fileClock(last?.startsAt ?? null),
      fileClock(last?.endsAt ?? null),
      item.corrections.length,
      last?.reason ?? null,
    ];
  }),
  idColumns: { kundnr: 'brukare', anstnr: 'employee' },
});
