import { FullDialog } from '../../components/full-dialog.js';
import { calendarTexts } from '../../text/pages/calendar.js';
import { useTextsOf } from '../../text/texts.js';
import { CalendarFeed } from './calendar-feed.js';

/** The own shifts in the phone's calendar. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useTextsOf(calendarTexts);
  return (
    <FullDialog title={words.own} closeLabel={words.closeDialog} onClose={onClose}>
      <CalendarFeed of={{ kind: 'own' }} />
    </FullDialog>
  );
}
