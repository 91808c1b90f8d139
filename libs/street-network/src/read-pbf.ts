import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { OSMTransform } from 'osm-pbf-parser-node';
import type { StreetTags } from './profiles/street-profile.js';
import { StreetMapError, type StreetMap, type StreetNode, type StreetWay } from './street-map.js';

/** What the PBF reader hands out, as far as streets need it. */
interface PbfNode {
  readonly type: 'node';
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly tags?: StreetTags;
}
interface PbfWay {
  readonly type: 'way';
  readonly refs: readonly number[];
  readonly tags?: StreetTags;
}
type PbfItem = PbfNode | PbfWay | { readonly type: 'relation' } | { readonly type?: undefined };

/**
 * Reads all streets of an OpenStreetMap PBF.
 *
 * @param source path of the file, or its bytes
 * @throws StreetMapError MAP_MISSING, MAP_DAMAGED, MAP_WITHOUT_STREETS or MAP_OUTSIDE_SWEDEN
 */
export async function readPbf(source: string | Uint8Array): Promise<StreetMap> {
  const name = typeof source === 'string' ? source : 'the given map';
  const bytes = typeof source === 'string' ? await readBytes(source) : source;
  const ways = await readWays(bytes, name);
  if (ways.length === 0) {
    throw new StreetMapError(
      'MAP_WITHOUT_STREETS',
      `${name} holds no way with a highway tag: take an extract with streets`,
    );
  }
  if (!ways.some((way) => isInSweden(way.nodes[0]))) {
    throw new StreetMapError(
      'MAP_OUTSIDE_SWEDEN',
      `${name} holds no street in Sweden: take an extract of the municipality`,
    );
  }
  return { ways, contentHash: shortHash(bytes) };
}

/** The box around the country; one street within it is enough. */
function isInSweden({ lon, lat }: StreetNode): boolean {
  return lon > 10.5 && lon < 24.3 && lat > 55 && lat < 69.2;
}

/** Short hash of the content of a map file. */
export function contentHashOf(path: string): string {
  try {
    return shortHash(readFileSync(path));
  } catch (cause) {
    throw missingMap(path, cause);
  }
}

function shortHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw missingMap(path, cause);
  }
}

function missingMap(path: string, cause: unknown): StreetMapError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StreetMapError('MAP_MISSING', `${path} cannot be read (${reason}): give the path of an .osm.pbf file`);
}

async function readWays(bytes: Uint8Array, name: string): Promise<StreetWay[]> {
  const nodes = new Map<number, StreetNode>();
  const ways: StreetWay[] = [];
  let waysWithoutNodes = 0;
  try {
    for await (const block of pbfBlocks(bytes)) {
      for (const item of block) {
        if (item.type === 'node') nodes.set(item.id, streetNode(item));
        if (item.type === 'way' && item.tags?.highway !== undefined) {
          const runs = knownRuns(item.refs.map((ref) => nodes.get(ref)));
          if (runs.length === 0) waysWithoutNodes += 1;
          for (const run of runs) ways.push({ nodes: run, tags: item.tags });
        }
      }
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StreetMapError('MAP_DAMAGED', `${name} is not a whole OSM PBF file (${reason}): fetch the extract again`);
  }
  if (ways.length === 0 && waysWithoutNodes > 0) {
    throw new StreetMapError('MAP_DAMAGED', `${name} has streets but not their nodes: extract it with complete ways`);
  }
  return ways;
}

/** The pieces of a way that lie inside the extract: a clipped file lacks the nodes outside. */
function knownRuns(nodes: readonly (StreetNode | undefined)[]): StreetNode[][] {
  const runs: StreetNode[][] = [];
  let run: StreetNode[] = [];
  for (const node of [...nodes, undefined]) {
    if (node !== undefined) {
      run.push(node);
      continue;
    }
    if (run.length >= 2) runs.push(run);
    run = [];
  }
  return runs;
}

function pbfBlocks(bytes: Uint8Array): AsyncIterable<readonly PbfItem[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const transform = new OSMTransform({
    withTags: {
      node: ['barrier', 'highway', 'access', 'bicycle', 'foot', 'vehicle', 'motor_vehicle', 'ele'],
      relation: false,
    },
  });
  const source = Readable.from([buffer]);
  source.on('error', (error) => transform.destroy(error));
  return source.pipe(transform) as AsyncIterable<readonly PbfItem[]>;
}

/** Keeps tags only where they matter to somebody passing; a bus stop or a lamp beside the street does not. */
function streetNode(item: PbfNode): StreetNode {
  const ele = Number.parseFloat(item.tags?.ele?.replace(',', '.') ?? '');
  const place = { id: item.id, lon: item.lon, lat: item.lat, ...(Number.isFinite(ele) ? { ele } : {}) };
  const isPassage = item.tags?.barrier !== undefined || item.tags?.highway === 'traffic_signals';
  return isPassage && item.tags !== undefined ? { ...place, tags: item.tags } : place;
}
