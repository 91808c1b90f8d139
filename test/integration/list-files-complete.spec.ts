import { startTestApp, type TestAnswer, type TestApp } from '../support/app.js';

type Schema = TestAnswer['body'];

/** Lists for a program, not for a person: what a screen or a phone is made of, or what another route already gives as a file. */
const NO_FILE_OF_THEIR_OWN: Readonly<Record<string, string>> = {
  units: 'the few units that the caller reaches, to choose from',
  'units/{unitId}/audit-lines/readers': 'whom to choose from where the log is searched, which is a file itself',
  'units/{unitId}/premises': 'exports/lokaler',
  'units/{unitId}/work-groups': 'exports/grupper',
  'units/{unitId}/work-groups/areas': 'borders on a map; a file of them is omraden.geojson',
  'units/{unitId}/employees': 'exports/personal',
  'units/{unitId}/employee-absences': 'exports/franvaro',
  'units/{unitId}/shifts': 'exports/pass',
  'units/{unitId}/brukare': 'exports/kunder',
  'units/{unitId}/brukare-absences': 'exports/franvaro',
  'units/{unitId}/weekly-plans/{planId}/route-lines': 'lines on a map',
  'visit-lists/mine/route-lines': 'lines on a map',
  'registered-times/mine': 'what the phone has sent',
  'visit-reports/mine': 'what the phone has sent',
};

describe('the published routes', () => {
  let app: TestApp;
  let description: Schema;

  beforeAll(async () => {
    app = await startTestApp();
    description = (await app.get('/docs-json')).body;
  });

  afterAll(() => app.close());

  it('give every list as CSV and XLSX too, but for those that say why not', () => {
    const without = Object.entries<Schema>(description.paths).flatMap(([path, { get }]) => {
      const content = get?.responses?.['200']?.content ?? {};
      const answer = content['application/json']?.schema;
      const schema =
        answer?.$ref === undefined ? answer : description.components.schemas[answer.$ref.split('/').at(-1)];
      const isList = schema?.type === 'array' || schema?.properties?.items?.type === 'array';
      return isList && !('text/csv' in content) ? [path.replace('/api/', '')] : [];
    });
    expect(without.filter((path) => !(path in NO_FILE_OF_THEIR_OWN))).toEqual([]);
    expect(Object.keys(NO_FILE_OF_THEIR_OWN).filter((path) => !without.includes(path))).toEqual([]);
  });
});
