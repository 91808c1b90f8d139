const sv = {
  title: 'Dörrtaggar',
  text: 'En tagg sätts upp innanför dörren. Telefonen läser den, och besöket startas eller avslutas. Taggen bär bara ett nummer: utan dagens lista säger den ingenting. En NFC-tagg får samma text som QR-koden.',
  none: 'Lägg in brukare först.',
  print: (count: number) => (count === 1 ? 'Skriv ut 1 tagg' : `Skriv ut ${count} taggar`),
  all: 'Alla taggar',
  codeOf: (name: string) => `QR-kod för ${name}`,
  mark: (last: string) => `Ramrutt · ${last}`,
  cutHere: 'Klipp vid strecket. Sätt inte upp den här delen.',
  printOne: 'Dörrtagg',
  code: {
    title: 'Portkod',
    text: 'Koden sparas krypterad och visas aldrig här igen: bara för den som har besöket, från 30 minuter före. Varje visning står i loggen.',
    field: 'Ny portkod',
    save: 'Spara portkoden',
    remove: 'Ta bort portkoden',
    saved: 'Portkoden är sparad.',
    removed: 'Portkoden är borttagen.',
    missing: 'Skriv koden först.',
  },
};

const en: typeof sv = {
  title: 'Door tags',
  text: 'A tag is put up inside the door. The phone reads it, and the visit is started or ended. The tag holds a number only: without the list of the day it says nothing. An NFC tag gets the same text as the QR code.',
  none: 'Add brukare first.',
  print: (count) => (count === 1 ? 'Print 1 tag' : `Print ${count} tags`),
  all: 'All tags',
  codeOf: (name) => `QR code for ${name}`,
  mark: (last) => `Ramrutt · ${last}`,
  cutHere: 'Cut along the line. Do not put this part up.',
  printOne: 'Door tag',
  code: {
    title: 'Door code',
    text: 'The code is kept encrypted and never shown here again: only to the one who has the visit, from 30 minutes before. Each showing is in the log.',
    field: 'New door code',
    save: 'Save the door code',
    remove: 'Remove the door code',
    saved: 'The door code is saved.',
    removed: 'The door code is removed.',
    missing: 'Write the code first.',
  },
};

export const doorTagTexts = { sv, en };
