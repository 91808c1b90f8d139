import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { STAFF_MEETING_KINDS, type StaffMeeting } from './staff-meeting.js';

/** One row of `moten.csv`; without group it is everybody's. */
export function parseStaffMeeting(cells: Cells): Checked<StaffMeeting> {
  const row = new FieldReader(cells);
  const meeting: StaffMeeting = {
    id: row.id('moteid'),
    kind: row.oneOf('slag', STAFF_MEETING_KINDS),
    workGroupId: row.optionalId('grupp'),
    onDate: row.date('datum'),
    startsAt: row.timeOfDay('start'),
    endsAt: row.timeOfDay('slut'),
  };
  row.rule(
    meeting.endsAt > meeting.startsAt,
    ['slut', 'start'],
    'slut-fore-start',
    'Mötet slutar inte efter att det börjar.',
    `senare än ${row.raw('start')} samma dag`,
  );
  return row.checked(meeting);
}
