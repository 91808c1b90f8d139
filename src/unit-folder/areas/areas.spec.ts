import { aBrukare, aCareUnit, anEmployee, aWorkGroup, type CareUnit, type Ring } from '@hemtjanst/domain';
import { readUnitFiles } from '../read-unit-folder.js';
import { writeUnitFiles } from '../write-unit-folder.js';
import { workGroupGeography } from './work-group-geography.js';

/** A box in degrees: 0.01° is about 600 m east and 1 100 m north here. */
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const WEST = box(11.9, 57.7, 11.95, 57.75);
const EAST = box(11.95, 57.7, 12, 57.75);

const unitWith = (areas: Readonly<Record<string, Ring>>, lon: number, lat = 57.72): CareUnit => ({
  ...aCareUnit(),
  workGroups: [aWorkGroup(), aWorkGroup({ id: 'G2' })],
  areas: Object.entries(areas).map(([workGroupId, ring]) => ({
    workGroupId,
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
  brukare: [aBrukare({ coordinate: { lat, lon } })],
});

/** Reads the unit with the group of its brukare left to the areas. */
const readByArea = (unit: CareUnit) => readUnitFiles(writeUnitFiles(unit, { groupFromArea: new Set(['B1']) }));
const codesOf = (answer: ReturnType<typeof readUnitFiles>): string[] =>
  (answer.ok ? answer.notes : answer.faults).map(({ file, code }) => `${file} ${code}`);

describe('the group of a brukare without one', () => {
  it('is the group whose area holds the address', () => {
    expect(readByArea(unitWith({ G1: WEST, G2: EAST }, 11.96))).toMatchObject({
      ok: true,
      unit: { brukare: [{ workGroupId: 'G2' }] },
    });
  });

  it('is nobody’s guess where no area or two areas hold the address', () => {
    expect(codesOf(readByArea(unitWith({ G1: WEST, G2: EAST }, 12.1)))).toEqual(['kunder.csv utanfor-omraden']);
    const overlapping = { G1: WEST, G2: box(11.94, 57.7, 12, 57.75) };
    expect(codesOf(readByArea(unitWith(overlapping, 11.945)))).toEqual(['kunder.csv i-flera-omraden']);
  });

  it('is the written one where there is one, and an address outside is told', () => {
    const answer = readUnitFiles(writeUnitFiles(unitWith({ G1: WEST, G2: EAST }, 12.1)));
    expect(answer).toMatchObject({ ok: true, unit: { brukare: [{ workGroupId: 'G1' }] } });
    expect(codesOf(answer)).toContain('kunder.csv utanfor-omraden');
  });
});

describe('the areas themselves', () => {
  it('may meet along a border but an overlap is told', () => {
    expect(codesOf(readByArea(unitWith({ G1: WEST, G2: EAST }, 11.96)))).not.toContain(
      'omraden.geojson omraden-overlappar',
    );
    const overlapping = { G1: WEST, G2: box(11.94, 57.7, 12, 57.75) };
    expect(codesOf(readByArea(unitWith(overlapping, 11.96)))).toContain('omraden.geojson omraden-overlappar');
  });

  it.each<[string, string, Ring]>([
    ['of an unknown group', 'okand-referens', WEST],
    [
      'that cross themselves',
      'korsar-sig-sjalv',
      [
        [11.9, 57.7],
        [11.95, 57.75],
        [11.95, 57.7],
        [11.9, 57.75],
        [11.9, 57.7],
      ],
    ],
    ['that are not closed', 'ogiltig-geometri', WEST.slice(0, 4)],
    ['with lat before lon', 'ogiltig-geometri', WEST.map(([lon, lat]) => [lat, lon] as const)],
  ])('are refused: %s', (_, code, ring) => {
    const id = code === 'okand-referens' ? 'G9' : 'G1';
    expect(codesOf(readUnitFiles(writeUnitFiles(unitWith({ [id]: ring }, 11.92))))).toEqual([
      `omraden.geojson ${code}`,
    ]);
  });

  it('are refused where the file is no GeoJSON, or has two for one group', () => {
    const files = new Map<string, Uint8Array>(writeUnitFiles(unitWith({ G1: WEST }, 11.92)));
    files.set('omraden.geojson', Buffer.from('{"type":"Feature"'));
    expect(codesOf(readUnitFiles(files))).toEqual(['omraden.geojson ogiltig-geojson']);
    const feature = {
      type: 'Feature',
      properties: { grupp: 'G1' },
      geometry: { type: 'Polygon', coordinates: [WEST] },
    };
    files.set(
      'omraden.geojson',
      Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature, feature] })),
    );
    expect(codesOf(readUnitFiles(files))).toEqual(['omraden.geojson dubblett']);
  });
});

describe('the geography of the groups', () => {
  const unit: CareUnit = {
    ...unitWith({ G1: WEST }, 11.92),
    employees: [anEmployee()],
    brukare: [
      aBrukare({ id: 'B1', coordinate: { lat: 57.72, lon: 11.92 } }),
      aBrukare({ id: 'B2', coordinate: { lat: 57.73, lon: 11.93 }, isProtected: true }),
      aBrukare({ id: 'B3', workGroupId: 'G2', coordinate: { lat: 57.7, lon: 12 } }),
      aBrukare({ id: 'B4', workGroupId: 'G2', coordinate: { lat: 57.7, lon: 12.02 } }),
      aBrukare({ id: 'B5', workGroupId: 'G2', coordinate: { lat: 57.72, lon: 12.01 } }),
    ],
  };
  const [west, east] = workGroupGeography(unit).features;

  it('is the area where there is one, with centre, extent and counts', () => {
    expect(west?.properties).toMatchObject({ shape: 'area', brukareCount: 2, protectedCount: 1, employeeCount: 1 });
    expect(west?.properties.extent).toEqual([11.9, 57.7, 11.95, 57.75]);
    expect(west?.properties.centre?.[0]).toBeCloseTo(11.925, 6);
    expect(west?.properties.centre?.[1]).toBeCloseTo(57.725, 6);
  });

  it('never places a protected identity', () => {
    expect(west?.properties.members).toEqual([{ brukareId: 'B1', lon: 11.92, lat: 57.72 }]);
  });

  it('is the hull around the members where there is no area', () => {
    expect(east).toMatchObject({
      geometry: { type: 'Polygon' },
      properties: { shape: 'hull', extent: [12, 57.7, 12.02, 57.72] },
    });
  });

  it('is nothing for a group that nobody belongs to', () => {
    const empty = workGroupGeography({ ...unit, brukare: [], areas: [] }).features[0];
    expect(empty).toMatchObject({ geometry: null, properties: { shape: 'none', centre: null, extent: null } });
  });
});
