import type { StaffMeetingAnswer } from '@hemtjanst/contracts';
import type { ListFile } from '../../http/list-file.js';

export const staffMeetingsFile = ({ items }: { readonly items: readonly StaffMeetingAnswer[] }): ListFile => ({
  name: 'moten',
  columns: ['datum', 'start', 'slut', 'slag', 'grupp'],
  rows: items.map((meeting) => [
    meeting.date,
    meeting.startsAt,
    meeting.endsAt,
    KINDS[meeting.kind],
    meeting.workGroupId ?? 'alla grupper',
  ]),
  idColumns: { grupp: 'work-group' },
});

const KINDS: Readonly<Record<StaffMeetingAnswer['kind'], string>> = {
  apt: 'APT',
  mote: 'möte',
  utbildning: 'utbildning',
  handledning: 'handledning',
};
