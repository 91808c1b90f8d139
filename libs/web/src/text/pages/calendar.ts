/** Shifts in the employee's own calendar: on the phone, and in the office's register. */
const sv = {
  title: 'Kalender',
  own: 'Mina pass i kalendern',
  how: 'En kalender i telefonen eller datorn kan visa passen och besökens tider, sju dagar bakåt och fyra veckor framåt, och hämtar ändringar själv. Där står bara tider: inga namn och inga adresser.',
  none: 'Ingen adress är öppen.',
  open: (until: string) => `En adress är öppen till och med ${until}. Den visas inte igen: byt den om den är borta.`,
  noAccount: 'Medarbetaren har inget konto. Lägg upp ett konto först, eller ladda ned passen som fil.',
  make: 'Skapa adress',
  renew: 'Byt adress',
  renewHint: 'En ny adress gör att den gamla slutar fungera.',
  close: 'Stäng adressen',
  closed: 'Adressen är stängd. Kalendern hämtar inget mer.',
  address: 'Kalenderadress',
  copy: 'Kopiera adressen',
  copied: 'Adressen är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera adressen och kopiera den själv.',
  paste: 'Lägg in den i kalendern under ”Prenumerera på kalender” eller ”Från webbadress”.',
  secret: 'Adressen är hemlig som ett lösenord: den som har den ser tiderna. Den visas bara nu.',
  handOver: 'Ge den bara till medarbetaren själv.',
  download: 'Ladda ned fyra veckor (.ics)',
  closeDialog: 'Stäng',
};

export type CalendarTexts = typeof sv;

const en: CalendarTexts = {
  title: 'Calendar',
  own: 'My shifts in my calendar',
  how: 'A calendar on a phone or computer can show the shifts and the times of the visits, seven days back and four weeks ahead, and fetches changes by itself. It holds times only: no names and no addresses.',
  none: 'No address is open.',
  open: (until) => `An address is open until ${until}. It is not shown again: renew it if it is lost.`,
  noAccount: 'The employee has no account. Add an account first, or download the shifts as a file.',
  make: 'Make an address',
  renew: 'Renew the address',
  renewHint: 'A new address makes the old one stop working.',
  close: 'Close the address',
  closed: 'The address is closed. The calendar fetches nothing more.',
  address: 'Calendar address',
  copy: 'Copy the address',
  copied: 'The address is copied.',
  notCopied: 'It could not be copied. Mark the address and copy it yourself.',
  paste: 'Put it into the calendar under “Subscribe to calendar” or “From URL”.',
  secret: 'The address is as secret as a password: whoever has it sees the times. It is shown only now.',
  handOver: 'Give it to the employee only.',
  download: 'Download four weeks (.ics)',
  closeDialog: 'Close',
};

export const calendarTexts = { sv, en };
