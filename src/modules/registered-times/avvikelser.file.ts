import type { AvvikelseAnswer, AvvikelseListAnswer } from '@hemtjanst/contracts';
import { fileDate, type ListFile } from '../../http/list-file.js';

/** What does not match the plan, and what was done about it. */
export const avvikelserFile = ({ items }: AvvikelseListAnswer): ListFile => ({
  name: 'avvikelser-registrerad-tid',
  columns: ['datum', 'avvikelse', 'kundnr', 'anstnr', 'text', 'hanterad', 'atgard'],
  rows: items.map((item) => [
    item.date,
    KINDS[item.kind],
    item.brukareId,
    item.employeeId,
    item.text,
    fileDate(item.handled?.at ?? null),
    item.handled?.reason ?? null,
  ]),
  idColumns: { kundnr: 'brukare', anstnr: 'employee' },
});

const KINDS: Readonly<Record<AvvikelseAnswer['kind'], string>> = {
  unplanned: 'oplanerat besök',
  missed: 'uteblivet besök',
  'wrong-employee': 'annan medarbetare',
  overlap: 'två besök samtidigt',
  'never-ended': 'slut saknas',
  'outside-time': 'utanför tiden',
  'too-short': 'för kort',
  'too-long': 'för långt',
};
