import { Readable } from 'node:stream';
import { OSMTransform } from 'osm-pbf-parser-node';
import { classifyArea, classifyPlace, classifyWay, type MapTags } from './classify.js';
import { joinRings } from './join-rings.js';
import { MapTilesError, type MapClass, type MapFeature, type MapPoint } from './map-feature.js';

/** What the PBF reader hands out, as far as a drawn map needs it. */
interface PbfNode {
  readonly type: 'node';
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly tags?: MapTags;
}
interface PbfWay {
  readonly type: 'way';
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: MapTags;
}
interface PbfRelation {
  readonly type: 'relation';
  readonly tags?: MapTags;
  readonly members: readonly { readonly type: string; readonly ref: number; readonly role: string }[];
}
type PbfItem = PbfNode | PbfWay | PbfRelation | { readonly type?: undefined };

/**
 * Everything of an OpenStreetMap PBF that is drawn: streets, water, green, buildings, rails and names of places.
 * A file with streets only gives a map of streets.
 *
 * @param bytes the file
 * @param name what to call the file in an error
 * @throws MapTilesError MAP_DAMAGED, MAP_EMPTY
 */
export async function readMapFeatures(bytes: Uint8Array, name: string): Promise<readonly MapFeature[]> {
  const features = await readAll(bytes).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MapTilesError('MAP_DAMAGED', `${name} is not a whole OSM PBF file (${reason}): fetch the extract again`);
  });
  if (features.length > 0) return features;
  throw new MapTilesError('MAP_EMPTY', `${name} holds nothing that can be drawn: take an extract with streets`);
}

async function readAll(bytes: Uint8Array): Promise<readonly MapFeature[]> {
  const areas = await readAreaRelations(bytes);
  const edgeWays = new Set(areas.flatMap(({ members }) => members.map(({ ref }) => ref)));
  const points = new Map<number, MapPoint>();
  const refsOfWay = new Map<number, readonly number[]>();
  const features: MapFeature[] = [];
  for await (const block of pbfBlocks(bytes)) {
    for (const item of block) {
      if (item.type === 'node') {
        points.set(item.id, [item.lon, item.lat]);
        features.push(...placeOf(item));
      } else if (item.type === 'way') {
        if (edgeWays.has(item.id)) refsOfWay.set(item.id, item.refs);
        features.push(...featuresOfWay(item, points));
      }
    }
  }
  return [...features, ...areas.flatMap((relation) => featuresOfRelation(relation, refsOfWay, points))];
}

/** Lakes and woods with islands and clearings are relations, which stand after the ways they are made of. */
async function readAreaRelations(bytes: Uint8Array): Promise<readonly PbfRelation[]> {
  const areas: PbfRelation[] = [];
  for await (const block of pbfBlocks(bytes)) {
    for (const item of block) {
      if (item.type === 'relation' && item.tags?.type === 'multipolygon' && classifyArea(item.tags) !== null)
        areas.push(item);
    }
  }
  return areas;
}

function placeOf({ tags, lon, lat }: PbfNode): MapFeature[] {
  const drawn = tags === undefined ? null : classifyPlace(tags);
  if (drawn === null || tags?.name === undefined) return [];
  return [featureOf(drawn, tags.name, { type: 'Point', coordinates: [lon, lat] })];
}

function featuresOfWay({ refs, tags }: PbfWay, points: ReadonlyMap<number, MapPoint>): MapFeature[] {
  const drawn = tags === undefined ? null : classifyWay(tags);
  if (drawn === null) return [];
  const name = tags?.name ?? null;
  if (!drawn.isArea) {
    return knownRuns(refs, points).map((coordinates) => featureOf(drawn, name, { type: 'LineString', coordinates }));
  }
  const rings = ringsOf([refs], points);
  return rings.length === 0 ? [] : [featureOf(drawn, name, { type: 'MultiPolygon', coordinates: [rings] })];
}

function featuresOfRelation(
  { tags, members }: PbfRelation,
  refsOfWay: ReadonlyMap<number, readonly number[]>,
  points: ReadonlyMap<number, MapPoint>,
): MapFeature[] {
  const drawn = tags === undefined ? null : classifyArea(tags);
  if (drawn === null) return [];
  const piecesOf = (isHole: boolean): (readonly number[])[] =>
    members
      .filter(({ type, role }) => type === 'way' && (role === 'inner') === isHole)
      .map(({ ref }) => refsOfWay.get(ref) ?? []);
  const outer = ringsOf(piecesOf(false), points);
  // Which island lies in which part of the lake does not matter to the drawing: holes are cut from whatever covers them.
  const inner = ringsOf(piecesOf(true), points);
  if (outer.length === 0) return [];
  const [first, ...others] = outer;
  const coordinates = [[first, ...inner], ...others.map((ring) => [ring])];
  return [featureOf(drawn, tags?.name ?? null, { type: 'MultiPolygon', coordinates })];
}

/** Closed rings whose every node is in the file. */
function ringsOf(pieces: readonly (readonly number[])[], points: ReadonlyMap<number, MapPoint>): MapPoint[][] {
  return joinRings(pieces)
    .map((ring) => ring.map((ref) => points.get(ref)))
    .filter((ring): ring is MapPoint[] => ring.every((point) => point !== undefined));
}

/** The pieces of a way that lie inside the extract: a clipped file lacks the nodes outside. */
function knownRuns(refs: readonly number[], points: ReadonlyMap<number, MapPoint>): MapPoint[][] {
  const runs: MapPoint[][] = [[]];
  for (const point of refs.map((ref) => points.get(ref))) {
    if (point === undefined) runs.push([]);
    else runs[runs.length - 1].push(point);
  }
  return runs.filter((run) => run.length >= 2);
}

const featureOf = (
  { layer, kind, minZoom }: MapClass,
  name: string | null,
  geometry: MapFeature['geometry'],
): MapFeature => ({ layer, kind, minZoom, name, geometry });

function pbfBlocks(bytes: Uint8Array): AsyncIterable<readonly PbfItem[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const transform = new OSMTransform({ withTags: { node: ['place', 'name'], way: true, relation: true } });
  const source = Readable.from([buffer]);
  source.on('error', (error) => transform.destroy(error));
  return source.pipe(transform) as AsyncIterable<readonly PbfItem[]>;
}
