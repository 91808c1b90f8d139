import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { StreetMode } from './profiles/street-profile.js';
import type { StreetGraph } from './street-graph.js';

/** Raised when the layout of the file changes: files of other layouts are made anew. */
const layout = 1;
const alignment = 8;

type ArrayKind = 'Int32' | 'Float64' | 'Uint8';

/** The arrays of a graph in the order they are written. */
const arrays: Readonly<Record<Exclude<keyof StreetGraph, 'edgeCount'>, ArrayKind>> = {
  vertexStart: 'Int32',
  vertexLon: 'Float64',
  vertexLat: 'Float64',
  vertexMeters: 'Float64',
  vertexForwardSeconds: 'Float64',
  vertexBackwardSeconds: 'Float64',
  isInLargestComponent: 'Uint8',
  arcDeciseconds: 'Int32',
  arcDecimeters: 'Int32',
  transitionStart: 'Int32',
  transitionTo: 'Int32',
  transitionDeciseconds: 'Int32',
};
const arrayNames = Object.keys(arrays) as (keyof typeof arrays)[];

/** Where the graph of a mode of a map is kept. */
export function graphFile(folder: string, mapId: string, mode: StreetMode): string {
  return join(folder, `${mapId}-${mode}.graph`);
}

/**
 * Keeps a graph: whole or not at all, also where two processes write it at once. Graphs of the mode that were made of
 * other maps or by other rules are let go: they are made anew in a second where they are still wanted.
 */
export function saveGraph(folder: string, mapId: string, mode: StreetMode, graph: StreetGraph): void {
  const file = graphFile(folder, mapId, mode);
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${process.pid}.${Math.trunc(performance.now())}`;
  writeFileSync(temporary, bytesOf(graph));
  renameSync(temporary, file);
  for (const name of readdirSync(dirname(file))) {
    if (name.endsWith(`-${mode}.graph`) && !name.startsWith(mapId)) rmSync(join(folder, name), { force: true });
  }
}

/** The kept graph, or `undefined` where there is none, or none that is whole. */
export function readSavedGraph(folder: string, mapId: string, mode: StreetMode): StreetGraph | undefined {
  try {
    return graphOf(readFileSync(graphFile(folder, mapId, mode)));
  } catch {
    // Not there, cut, or overwritten: it is made anew from the map.
    return undefined;
  }
}

/** Five numbers of four bytes (layout, checksum of all that follows them, edges, 0, 0), the length of each array, the arrays. */
const headerNumbers = 5 + arrayNames.length;
const checkedFrom = 8;

function bytesOf(graph: StreetGraph): Uint8Array {
  const lengths = arrayNames.map((name) => graph[name].length);
  const starts = arrayStarts(lengths);
  const bytes = new Uint8Array(starts.end);
  const header = new Int32Array(bytes.buffer, 0, headerNumbers);
  header.set([layout, 0, graph.edgeCount, 0, 0, ...lengths]);
  arrayNames.forEach((name, index) => {
    const { buffer, byteOffset, byteLength } = graph[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), starts.of[index]);
  });
  header[1] = crc32(bytes.subarray(checkedFrom)) | 0;
  return bytes;
}

function graphOf(file: Uint8Array): StreetGraph | undefined {
  // A file read whole may lie anywhere in memory; arrays of numbers need their place.
  const bytes = file.byteOffset % alignment === 0 ? file : file.slice();
  const header = new Int32Array(bytes.buffer, bytes.byteOffset, headerNumbers);
  const lengths = Array.from(header.subarray(5));
  const starts = arrayStarts(lengths);
  if (header[0] !== layout || bytes.byteLength !== starts.end) return undefined;
  if ((crc32(bytes.subarray(checkedFrom)) | 0) !== header[1]) return undefined;
  const at = (name: keyof typeof arrays): readonly [ArrayBufferLike, number, number] => {
    const index = arrayNames.indexOf(name);
    return [bytes.buffer, bytes.byteOffset + starts.of[index], lengths[index]];
  };
  return {
    edgeCount: header[2],
    vertexStart: new Int32Array(...at('vertexStart')),
    vertexLon: new Float64Array(...at('vertexLon')),
    vertexLat: new Float64Array(...at('vertexLat')),
    vertexMeters: new Float64Array(...at('vertexMeters')),
    vertexForwardSeconds: new Float64Array(...at('vertexForwardSeconds')),
    vertexBackwardSeconds: new Float64Array(...at('vertexBackwardSeconds')),
    isInLargestComponent: new Uint8Array(...at('isInLargestComponent')),
    arcDeciseconds: new Int32Array(...at('arcDeciseconds')),
    arcDecimeters: new Int32Array(...at('arcDecimeters')),
    transitionStart: new Int32Array(...at('transitionStart')),
    transitionTo: new Int32Array(...at('transitionTo')),
    transitionDeciseconds: new Int32Array(...at('transitionDeciseconds')),
  };
}

const bytesPerNumber: Readonly<Record<ArrayKind, number>> = { Int32: 4, Float64: 8, Uint8: 1 };

function arrayStarts(lengths: readonly number[]): { readonly of: readonly number[]; readonly end: number } {
  let end = roundUp(headerNumbers * 4);
  const of = arrayNames.map((name, index) => {
    const start = end;
    end = roundUp(start + Math.max(0, lengths[index]) * bytesPerNumber[arrays[name]]);
    return start;
  });
  return { of, end };
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
