import type { Checked } from '../errors.js';
import { FieldReader, type Cells } from '../parse/field-reader.js';
import { minutes, type Minutes } from '../time/units.js';
import { INSATS_CODES } from './insats.js';
import { parseRecurrence } from './parse-recurrence.js';
import type { HelperVisit, Priority, Recurrence, VisitGap, VisitTemplate } from './visit-template.js';

const WHOLE_DAY_MINUTES = 1440;
const EVERY_DAY: Recurrence = { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6, 7] };

/** One row of `besoksmallar.csv`: a recurring visit that the genomförandeplan agreed. */
export function parseVisitTemplate(cells: Cells): Checked<VisitTemplate> {
  const row = new FieldReader(cells);
  const serviceMinutes = row.minutes('minuter', { min: 0, max: WHOLE_DAY_MINUTES, above: true });
  const template: VisitTemplate = {
    id: row.id('mallnr'),
    orderId: row.id('bestallningsnr'),
    insatser: row.manyOf('insatser', INSATS_CODES),
    recurrence: readRecurrence(row),
    window: { earliest: row.timeOfDay('fran'), latest: row.timeOfDay('till') },
    serviceMinutes,
    helper: readHelper(row, serviceMinutes),
    competences: row.words('kompetens').map((word) => word.toLowerCase()),
    priority: readPriority(row),
    isTimeCritical: row.yesNo('tidskritisk', false),
    gap: readGap(row),
    minDaysBetween: row.optionalWhole('minst_dagar_mellan', { min: 0, max: 60 }) ?? 1,
    isProposed: false,
  };
  checkAgreement(row, template);
  return row.checked(template);
}

function checkAgreement(
  row: FieldReader,
  { insatser, window, serviceMinutes, recurrence, minDaysBetween }: VisitTemplate,
): void {
  row.rule(insatser.length > 0, ['insatser'], 'saknas', 'Mallen har inga insatser.', INSATS_CODES.join(' '));
  row.rule(
    window.earliest <= window.latest,
    ['till', 'fran'],
    'slut-fore-start',
    'Senaste start ligger före tidigaste start.',
    `${row.raw('fran')} eller senare`,
  );
  row.rule(
    window.latest + serviceMinutes <= WHOLE_DAY_MINUTES,
    ['minuter', 'till'],
    'over-midnatt',
    'Besöket skulle sluta efter midnatt.',
    `högst ${WHOLE_DAY_MINUTES - window.latest} minuter`,
  );
  row.rule(
    fitsInCycle(recurrence, minDaysBetween),
    ['minst_dagar_mellan', 'dagar'],
    'dagar-ryms-inte',
    'Så många besök ryms inte med så många dagar emellan.',
    'färre dagar emellan eller färre besök',
  );
}

/** n visits with d days between take (n − 1) × d + 1 days. */
const fitsInCycle = (recurrence: Recurrence, minDaysBetween: number): boolean =>
  recurrence.kind === 'weekdays' || (recurrence.times - 1) * minDaysBetween + 1 <= recurrence.everyWeeks * 7;

function readRecurrence(row: FieldReader): Recurrence {
  const text = row.text('dagar');
  const recurrence = parseRecurrence(text);
  if (recurrence === null && text !== '') {
    row.fault(
      'dagar',
      'okant-varde',
      'Dagarna går inte att förstå.',
      '”mån ons fre”, ”alla”, ”vardag”, ”2/vecka” eller ”1/2veckor”',
    );
  }
  return recurrence ?? EVERY_DAY;
}

/** What is not written is as for the first employee: same minutes, same start. */
function readHelper(row: FieldReader, firstMinutes: Minutes): HelperVisit | null {
  const staff = row.optionalWhole('personal', { min: 1, max: 2 }) ?? 1;
  const serviceMinutes = row.optionalMinutes('hjalp_minuter', { min: 0, max: WHOLE_DAY_MINUTES, above: true });
  const offsets = { min: -WHOLE_DAY_MINUTES, max: WHOLE_DAY_MINUTES };
  const earliest = row.optionalWhole('hjalp_tidigast', offsets);
  const latest = row.optionalWhole('hjalp_senast', offsets);
  const written = ['hjalp_minuter', 'hjalp_tidigast', 'hjalp_senast'].find((field) => row.has(field));
  if (staff === 1) {
    row.rule(
      written === undefined,
      [written ?? 'personal', 'personal'],
      'hjalp-utan-dubbel',
      'Hjälpkolumner är ifyllda men besöket har en personal.',
      'tomt, eller personal 2',
    );
    return null;
  }
  const earliestOffset = earliest ?? Math.min(0, latest ?? 0);
  const latestOffset = latest ?? Math.max(0, earliestOffset);
  row.rule(
    earliestOffset <= latestOffset,
    ['hjalp_senast', 'hjalp_tidigast'],
    'slut-fore-start',
    'Hjälpens senaste start ligger före den tidigaste.',
    `${earliestOffset} eller mer`,
  );
  return { serviceMinutes: serviceMinutes ?? firstMinutes, earliestOffset, latestOffset };
}

function readPriority(row: FieldReader): Priority {
  const priority = row.optionalOneOf('prioritet', ['1', '2', '3']);
  return priority === '1' ? 1 : priority === '3' ? 3 : 2;
}

function readGap(row: FieldReader): VisitGap | null {
  const afterTemplateId = row.optionalId('efter');
  const least = row.optionalMinutes('minst_efter', { min: 0, max: WHOLE_DAY_MINUTES });
  const maxMinutes = row.optionalMinutes('hogst_efter', { min: 0, max: WHOLE_DAY_MINUTES });
  if (afterTemplateId === null) {
    const isAlone = !row.has('minst_efter') && !row.has('hogst_efter');
    row.rule(
      isAlone,
      ['efter'],
      'saknas',
      'Minuter efter ett annat besök är ifyllda men inte vilket.',
      'mallnr på det andra besöket',
    );
    return null;
  }
  const minMinutes = least ?? minutes(0);
  row.rule(
    maxMinutes === null || minMinutes <= maxMinutes,
    ['hogst_efter', 'minst_efter'],
    'slut-fore-start',
    'Högst efter är mindre än minst efter.',
    `${minMinutes} eller mer`,
  );
  row.rule(
    afterTemplateId !== row.raw('mallnr'),
    ['efter'],
    'efter-sig-sjalv',
    'Mallen kommer efter sig själv.',
    'mallnr på ett annat besök',
  );
  return { afterTemplateId, minMinutes, maxMinutes };
}
