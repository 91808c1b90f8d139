import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Brukare, BrukareRow, Coordinate, WorkGroupArea } from '@hemtjanst/domain';
import type { ImportReport } from '../import-fault.js';
import type { ReadFile, ReadRow } from '../read-rows.js';
import { AREAS_FILE } from '../unit-files.js';
import { toFeature } from './turf-geometry.js';

/** Areas that share less than this touch along a border drawn twice. */
const OVERLAP_SQUARE_METERS = 1;

/**
 * Every brukare with a group: the written one, else the one whose area holds the address. No area or several areas
 * around an address without a written group are faults; with one they are notes.
 */
export function assignWorkGroups(
  brukare: ReadFile<BrukareRow>,
  areas: readonly WorkGroupArea[],
  report: ImportReport,
): readonly Brukare[] {
  noteOverlaps(areas, report);
  const groupsAround = groupFinder(areas);
  return brukare.rows.flatMap((row) => {
    const around = row.record.coordinate === null ? [] : groupsAround(row.record.coordinate);
    const workGroupId =
      row.record.workGroupId ?? groupFromArea(row, around, areas.length > 0, brukare.fileName, report);
    if (workGroupId === null) return [];
    noteOutside(row, around, areas, brukare.fileName, report);
    return [{ ...row.record, workGroupId }];
  });
}

/** @returns a function from a place to the ids of the groups whose area holds it. */
export function groupFinder(areas: readonly WorkGroupArea[]): (place: Coordinate) => readonly string[] {
  const features = areas.map((workGroupArea) => ({ id: workGroupArea.workGroupId, feature: toFeature(workGroupArea) }));
  return ({ lat, lon }) =>
    features.filter(({ feature }) => booleanPointInPolygon([lon, lat], feature)).map(({ id }) => id);
}

function groupFromArea(
  { number, record }: ReadRow<BrukareRow>,
  around: readonly string[],
  hasAreas: boolean,
  file: string,
  report: ImportReport,
): string | null {
  const [only, ...others] = around;
  if (only !== undefined && others.length === 0) return only;
  const fault = (code: string, message: string): null => {
    report.fault({
      file,
      row: number,
      column: 'grupp',
      value: '',
      code,
      message,
      expected: 'ett id ur grupper.csv i kolumnen grupp',
    });
    return null;
  };
  if (!hasAreas) return fault('saknas', 'Grupp saknas, och enheten har ingen omraden.geojson.');
  if (record.coordinate === null)
    return fault('saknas', 'Grupp saknas, och kunden har ingen plats att söka område med.');
  if (only === undefined) return fault('utanfor-omraden', 'Adressen ligger utanför alla områden.');
  return fault('i-flera-omraden', `Adressen ligger i flera områden: ${around.join(', ')}.`);
}

function noteOutside(
  { number, record }: ReadRow<BrukareRow>,
  around: readonly string[],
  areas: readonly WorkGroupArea[],
  file: string,
  report: ImportReport,
): void {
  const isJudged = record.workGroupId !== null && record.coordinate !== null && areas.length > 0;
  if (!isJudged || around.length > 0) return;
  report.note({
    file,
    row: number,
    column: 'grupp',
    value: record.workGroupId ?? '',
    code: 'utanfor-omraden',
    message: 'Adressen ligger utanför alla områden; den skrivna gruppen gäller.',
  });
}

function noteOverlaps(areas: readonly WorkGroupArea[], report: ImportReport): void {
  areas.forEach((later, index) => {
    for (const earlier of areas.slice(0, index)) {
      const shared = intersect(featureCollection([toFeature(earlier), toFeature(later)]));
      const squareMeters = shared === null ? 0 : Math.round(area(shared));
      if (squareMeters <= OVERLAP_SQUARE_METERS) continue;
      report.note({
        file: AREAS_FILE,
        row: index + 1,
        column: 'geometry',
        value: later.workGroupId,
        code: 'omraden-overlappar',
        message: `Området överlappar området för grupp ${earlier.workGroupId} med ${squareMeters} m².`,
      });
    }
  });
}
