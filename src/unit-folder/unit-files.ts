import {
  parseAbsence,
  parseBrukare,
  parseEmployee,
  parseHistoryVisit,
  parsePremises,
  parseRamtidOrder,
  parseShift,
  parseStaffMeeting,
  parseTimeRegistration,
  parseVisitTemplate,
  parseWorkGroup,
  type Cells,
  type Checked,
} from '@hemtjanst/domain';
import type { CsvColumn } from './read-csv.js';

/** One file of the unit folder (formats.md section 1): its columns and what makes a record of a row. */
export interface UnitFile<Row> {
  readonly fileName: string;
  readonly columns: readonly CsvColumn[];
  /** Each id at most once; null: rows have no id. */
  readonly idColumn: string | null;
  /** A unit cannot be without it, nor without a row in it. */
  readonly isRequired: boolean;
  readonly parse: (cells: Cells) => Checked<Row>;
}

/** `*` marks a required column, as in formats.md. */
const columns = (text: string): readonly CsvColumn[] =>
  text.split(' ').map((word) => ({ name: word.replace('*', ''), isRequired: word.endsWith('*') }));

const unitFile = <Row>(file: UnitFile<Row>): UnitFile<Row> => file;

export const AREAS_FILE = 'omraden.geojson';

export const UNIT_FILES = {
  premises: unitFile({
    fileName: 'lokaler.csv',
    columns: columns('id* namn* adress lat* lon*'),
    idColumn: 'id',
    isRequired: true,
    parse: parsePremises,
  }),
  workGroups: unitFile({
    fileName: 'grupper.csv',
    columns: columns('id* namn* lokal* typ'),
    idColumn: 'id',
    isRequired: true,
    parse: parseWorkGroup,
  }),
  brukare: unitFile({
    fileName: 'kunder.csv',
    columns: columns(
      'kundnr* namn* fodelsear* kon adress* lat* lon* grupp kontaktman fast_omsorgskontakt nyckel vaning hiss dorr_minuter skyddad onskar_kon ej_personal husdjur rokare sprak',
    ),
    idColumn: 'kundnr',
    isRequired: true,
    parse: parseBrukare,
  }),
  orders: unitFile({
    fileName: 'bestallningar.csv',
    columns: columns(
      'bestallningsnr* kundnr* fran* till timmar_per_manad* typ* insatser* dubbelbemanning mal mottagen',
    ),
    idColumn: 'bestallningsnr',
    isRequired: true,
    parse: parseRamtidOrder,
  }),
  templates: unitFile({
    fileName: 'besoksmallar.csv',
    columns: columns(
      'mallnr* bestallningsnr* insatser* dagar* fran* till* minuter* personal hjalp_minuter hjalp_tidigast hjalp_senast kompetens prioritet tidskritisk efter minst_efter hogst_efter minst_dagar_mellan',
    ),
    idColumn: 'mallnr',
    isRequired: false,
    parse: parseVisitTemplate,
  }),
  employees: unitFile({
    fileName: 'personal.csv',
    columns: columns(
      'anstnr* namn* grupp* titel* anstallning* sysselsattningsgrad kompetenser fardsatt* kon sprak tal_hund tal_katt tal_rok',
    ),
    idColumn: 'anstnr',
    isRequired: true,
    parse: parseEmployee,
  }),
  shifts: unitFile({
    fileName: 'pass.csv',
    columns: columns('passid* anstnr* datum* start* slut* rast_min lokal* fardsatt grupp larmansvar'),
    idColumn: 'passid',
    isRequired: false,
    parse: parseShift,
  }),
  meetings: unitFile({
    fileName: 'moten.csv',
    columns: columns('moteid* slag* datum* start* slut* grupp'),
    idColumn: 'moteid',
    isRequired: false,
    parse: parseStaffMeeting,
  }),
  absences: unitFile({
    fileName: 'franvaro.csv',
    columns: columns('anstnr kundnr fran* till* orsak'),
    idColumn: null,
    isRequired: false,
    parse: parseAbsence,
  }),
  history: unitFile({
    fileName: 'historik.csv',
    columns: columns('kundnr* anstnr* start* slut* typ'),
    idColumn: null,
    isRequired: false,
    parse: parseHistoryVisit,
  }),
  registrations: unitFile({
    fileName: 'registreringar.csv',
    columns: columns('registreringsnr* kundnr* anstnr* start* slut* justerad_start justerad_slut orsak typ'),
    idColumn: 'registreringsnr',
    isRequired: false,
    parse: parseTimeRegistration,
  }),
} as const;
