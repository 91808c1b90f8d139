import type { WorkGroupArea } from '@hemtjanst/domain';
import { decodeText } from '../decode-text.js';
import type { ImportReport } from '../import-fault.js';
import { AREAS_FILE } from '../unit-files.js';
import { geometrySchema, featureCollectionSchema } from './area-file-schema.js';
import { crossesItself } from './crosses-itself.js';

/**
 * The areas of `omraden.geojson`: closed polygons that do not cross themselves, each for one known group, one per group.
 * Faults go to the report with the number of the feature (1 first) as row.
 */
export function readAreas(
  content: Uint8Array | undefined,
  groupIds: ReadonlySet<string> | null,
  report: ImportReport,
): readonly WorkGroupArea[] {
  if (content === undefined) return [];
  const features = readFeatures(content, report);
  const seen = new Set<string>();
  return features.flatMap((feature, index) => {
    const area = readArea(feature, index + 1, groupIds, seen, report);
    return area === null ? [] : [area];
  });
}

type Feature = ReturnType<typeof featureCollectionSchema.parse>['features'][number];

function readFeatures(content: Uint8Array, report: ImportReport): readonly Feature[] {
  const decoded = decodeText(content);
  const parsed = decoded.ok ? featureCollectionSchema.safeParse(parseJson(decoded.text)) : null;
  if (parsed?.success) return parsed.data.features;
  report.fault({
    file: AREAS_FILE,
    row: null,
    column: null,
    value: '',
    code: 'ogiltig-geojson',
    message: 'Filen är inte en FeatureCollection i GeoJSON.',
    expected: '{"type":"FeatureCollection","features":[…]} i WGS 84',
  });
  return [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readArea(
  feature: Feature,
  row: number,
  groupIds: ReadonlySet<string> | null,
  seen: Set<string>,
  report: ImportReport,
): WorkGroupArea | null {
  const groupId = String(feature.properties?.grupp ?? '')
    .trim()
    .normalize('NFC');
  const fault = (column: string, code: string, message: string, expected: string): null => {
    report.fault({ file: AREAS_FILE, row, column, value: groupId, code, message, expected });
    return null;
  };
  if (groupId === '')
    return fault('grupp', 'saknas', 'Området säger inte vilken grupp det gäller.', 'egenskapen grupp');
  if (groupIds !== null && !groupIds.has(groupId)) {
    return fault('grupp', 'okand-referens', 'Gruppen finns inte i grupper.csv.', 'ett id som finns i grupper.csv');
  }
  if (seen.has(groupId)) return fault('grupp', 'dubblett', 'Gruppen har redan ett område.', 'ett område per grupp');
  seen.add(groupId);
  const geometry = geometrySchema.safeParse(feature.geometry);
  if (!geometry.success) {
    return fault(
      'geometry',
      'ogiltig-geometri',
      'Området är inte en polygon i grader i Sverige med slutna ringar.',
      'Polygon eller MultiPolygon, lon före lat, första punkten sist igen',
    );
  }
  if (crossesItself(geometry.data)) {
    return fault(
      'geometry',
      'korsar-sig-sjalv',
      'Områdets gräns korsar sig själv.',
      'en gräns som inte korsar sig själv',
    );
  }
  return { workGroupId: groupId, geometry: geometry.data };
}
