import type { Checked } from '../errors.js';
import { parseVisitTemplate } from '../genomforandeplan/parse-visit-template.js';
import { parseAbsence } from '../people/parse-absence.js';
import { parseBrukare } from '../people/parse-brukare.js';
import { parseEmployee } from '../people/parse-employee.js';
import { parseHistoryVisit } from '../people/parse-history-visit.js';
import { parseShift } from '../people/parse-shift.js';
import { parseRamtidOrder } from '../ramtid-order/parse-ramtid-order.js';
import { parseTimeRegistration } from '../registered-time/parse-time-registration.js';
import type { Cells } from './field-reader.js';

const cells = (values: Record<string, string>): Cells => new Map(Object.entries(values));
/** `field code` of every fault, so that a test says all of them. */
const faults = <T>(checked: Checked<T>): string[] =>
  checked.ok ? [] : checked.faults.map(({ field, code }) => `${field} ${code}`);

const BRUKARE = {
  kundnr: '1',
  namn: 'Alvina Dagglykta',
  fodelsear: '1940',
  adress: 'Provgatan 1',
  lat: '57,7',
  lon: '11,95',
};
const EMPLOYEE = {
  anstnr: '5',
  namn: 'Bryvin Tallvinge',
  grupp: 'G1',
  titel: 'Undersköterska',
  anstallning: 'tillsvidare',
  fardsatt: 'gång',
};
const SHIFT = {
  passid: 'P1',
  anstnr: '5',
  datum: '2026-03-02',
  start: '07:00',
  slut: '16.00',
  rast_min: '45',
  lokal: 'L1',
};
const ORDER = {
  bestallningsnr: 'B1',
  kundnr: '1',
  fran: '2026-01-01',
  timmar_per_manad: '26,5',
  typ: 'Avlösning',
  insatser: 'avlosning',
};
const TEMPLATE = {
  mallnr: 'M1',
  bestallningsnr: 'B1',
  insatser: 'morgon',
  dagar: 'alla',
  fran: '07:00',
  till: '09:00',
  minuter: '30',
};
const REGISTRATION = {
  registreringsnr: 'R1',
  kundnr: '1',
  anstnr: '5',
  start: '2026-03-02 07:00',
  slut: '2026-03-02T07:30',
};

describe('a brukare row', () => {
  it('fills in what a unit may leave out', () => {
    expect(parseBrukare(cells(BRUKARE))).toMatchObject({
      ok: true,
      value: { gender: null, workGroupId: null, keyKind: 'nyckelfri', floor: 0, isProtected: false, pets: [] },
    });
  });

  it.each([
    ['0', '0', 'koordinat.noll'],
    ['11,95', '57,7', 'koordinat.omkastad'],
    ['6399000', '319000', 'koordinat.sweref'],
    ['48,85', '2,35', 'koordinat.utanfor-sverige'],
  ])('says how the coordinate %s %s went wrong', (lat, lon, code) => {
    expect(faults(parseBrukare(cells({ ...BRUKARE, lat, lon })))).toEqual([`lat ${code}`]);
  });

  it('needs a place, except for a protected identity', () => {
    const nowhere = { ...BRUKARE, lat: '', lon: '', adress: '' };
    expect(faults(parseBrukare(cells(nowhere)))).toEqual(['adress saknas', 'lat saknas']);
    expect(parseBrukare(cells({ ...nowhere, skyddad: 'ja' })).ok).toBe(true);
  });

  it('finds every fault of the row at once', () => {
    const row = { ...BRUKARE, kundnr: '1,9E+11', fodelsear: '1840', nyckel: 'plast', hiss: 'kanske', namn: 'A\u0000B' };
    expect(faults(parseBrukare(cells(row))).sort()).toEqual([
      'fodelsear utanfor-granser',
      'hiss okant-varde',
      'kundnr exponent-tal',
      'namn otillatet-tecken',
      'nyckel okant-varde',
    ]);
  });

  it.each(['\ufffd', '\ud800', '\u202e'])('refuses a name with the character %j', (character) => {
    expect(faults(parseBrukare(cells({ ...BRUKARE, namn: `A${character}` })))).toEqual(['namn otillatet-tecken']);
  });

  it('stores a decomposed å as one character', () => {
    expect(parseBrukare(cells({ ...BRUKARE, namn: 'A\u030Asa' }))).toMatchObject({ value: { name: 'Åsa' } });
  });
});

describe('an employee row', () => {
  it.each([
    ['', 1],
    ['0,75', 0.75],
    ['75', 0.75],
    ['80 %', 0.8],
  ])('reads the employment rate %p as %d', (sysselsattningsgrad, employmentRate) => {
    expect(parseEmployee(cells({ ...EMPLOYEE, sysselsattningsgrad }))).toMatchObject({
      value: { employmentRate, mode: 'gang' },
    });
  });

  it.each(['0', '120', '120 %', 'hel'])('refuses the employment rate %p', (sysselsattningsgrad) => {
    expect(parseEmployee(cells({ ...EMPLOYEE, sysselsattningsgrad })).ok).toBe(false);
  });
});

describe('a shift row', () => {
  it('reads 16.00 as 16:00 and leaves mode and group to the employee', () => {
    expect(parseShift(cells(SHIFT))).toMatchObject({
      value: { startsAt: 420, endsAt: 960, mode: null, workGroupId: null },
    });
  });

  it('ends after it starts, and its rast is shorter than itself', () => {
    expect(faults(parseShift(cells({ ...SHIFT, slut: '07:00' })))).toEqual(['slut slut-fore-start']);
    expect(faults(parseShift(cells({ ...SHIFT, slut: '07:45' })))).toEqual(['rast_min rast-for-lang']);
    expect(parseShift(cells({ ...SHIFT, slut: '07:46' })).ok).toBe(true);
  });
});

describe('an order row', () => {
  it.each([
    ['744', true],
    ['744,1', false],
    ['0', false],
    ['0,1', true],
  ])('takes %s hours a month: %p', (hours, isRight) => {
    expect(parseRamtidOrder(cells({ ...ORDER, timmar_per_manad: hours })).ok).toBe(isRight);
  });

  it('takes a larm order without hours', () => {
    expect(parseRamtidOrder(cells({ ...ORDER, typ: 'larm', insatser: 'larm', timmar_per_manad: '0' })).ok).toBe(true);
  });

  it('names an unknown insats and a period that ends before it starts', () => {
    const row = { ...ORDER, insatser: 'avlosning flygtur', till: '2025-12-31' };
    expect(faults(parseRamtidOrder(cells(row)))).toEqual(['insatser okant-varde', 'till slut-fore-start']);
  });
});

describe('a template row', () => {
  it('gives the second employee the first one’s minutes and start where nothing else is written', () => {
    expect(parseVisitTemplate(cells({ ...TEMPLATE, personal: '2' }))).toMatchObject({
      value: { helper: { serviceMinutes: 30, earliestOffset: 0, latestOffset: 0 }, priority: 2, minDaysBetween: 1 },
    });
  });

  it.each([
    [{ till: '06:55' }, ['till slut-fore-start']],
    [{ minuter: '0' }, ['minuter utanfor-granser']],
    [{ personal: '3' }, ['personal utanfor-granser']],
    [{ hjalp_minuter: '10' }, ['hjalp_minuter hjalp-utan-dubbel']],
    [{ minst_efter: '30' }, ['efter saknas']],
    [{ efter: 'M1' }, ['efter efter-sig-sjalv']],
    [{ efter: 'M0', minst_efter: '60', hogst_efter: '30' }, ['hogst_efter slut-fore-start']],
    [{ dagar: 'ibland' }, ['dagar okant-varde']],
    // Three visits with three days between need 2 × 3 + 1 = 7 days; with four between 9.
    [{ dagar: '3/vecka', minst_dagar_mellan: '3' }, []],
    [{ dagar: '3/vecka', minst_dagar_mellan: '4' }, ['minst_dagar_mellan dagar-ryms-inte']],
    // 23:30 + 30 = 24:00.
    [{ fran: '23:00', till: '23:30' }, []],
    [{ fran: '23:00', till: '23:31' }, ['minuter over-midnatt']],
  ])('judges %j', (change, expected) => {
    expect(faults(parseVisitTemplate(cells({ ...TEMPLATE, ...change })))).toEqual(expected);
  });
});

describe('absence, history and registration rows', () => {
  it('reads dates alone as whole days, the last one included', () => {
    expect(parseAbsence(cells({ anstnr: '5', fran: '2026-03-02', till: '2026-03-02' }))).toMatchObject({
      value: { person: { kind: 'employee', id: '5' }, fromMinute: 0, toDate: '2026-03-02', toMinute: 1440 },
    });
  });

  it('is about one person, and ends after it begins', () => {
    expect(faults(parseAbsence(cells({ anstnr: '5', kundnr: '1', fran: '2026-03-02', till: '2026-03-02' })))).toEqual([
      'anstnr en-person',
    ]);
    expect(faults(parseAbsence(cells({ fran: '2026-03-02', till: '2026-03-02' })))).toEqual(['anstnr en-person']);
    const backwards = { kundnr: '1', fran: '2026-03-02 12:00', till: '2026-03-02 12:00' };
    expect(faults(parseAbsence(cells(backwards)))).toEqual(['till slut-fore-start']);
  });

  it('keeps a history visit on one day', () => {
    const row = { kundnr: '1', anstnr: '5', start: '2026-03-02 23:50', slut: '2026-03-03 00:10' };
    expect(faults(parseHistoryVisit(cells(row)))).toEqual(['slut over-midnatt']);
  });

  it('keeps registered and adjusted times apart, and wants a reason for an adjustment', () => {
    const adjusted = { ...REGISTRATION, justerad_start: '2026-03-02 07:05', justerad_slut: '2026-03-02 07:35' };
    expect(faults(parseTimeRegistration(cells(adjusted)))).toEqual(['orsak saknas']);
    expect(parseTimeRegistration(cells({ ...adjusted, orsak: 'Glömde' }))).toMatchObject({
      value: { startsAt: { minute: 420 }, adjusted: { startsAt: { minute: 425 }, reason: 'Glömde' }, kind: 'besok' },
    });
  });
});
