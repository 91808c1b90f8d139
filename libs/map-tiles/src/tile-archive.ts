import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { MAX_ZOOM, MIN_ZOOM, type MapTile } from './cut-tiles.js';
import type { MapBounds } from './map-feature.js';

const MAGIC = 'RRTILES1';
/** Where the index begins (8 bytes) and how long it is (4), after the magic: the index is written last. */
const HEADER_BYTES = MAGIC.length + 12;

/** What an archive says about itself. */
export interface TileSetFacts {
  readonly version: string;
  readonly bounds: MapBounds;
  readonly minZoom: number;
  readonly maxZoom: number;
}

interface ArchiveIndex extends TileSetFacts {
  /** `z/x/y` → where the packed tile begins, and how long it is. */
  readonly tiles: Readonly<Record<string, readonly [number, number]>>;
}

export const archivePathOf = (folder: string, version: string): string => path.join(folder, `${version}.tiles`);

/** Writes all tiles, packed, into one file that is whole or not there. */
export function writeArchive(
  folder: string,
  facts: Pick<TileSetFacts, 'version' | 'bounds'>,
  tiles: Iterable<MapTile>,
): string {
  mkdirSync(folder, { recursive: true });
  const target = archivePathOf(folder, facts.version);
  const draft = `${target}.${process.pid}.part`;
  const file = openSync(draft, 'w');
  try {
    writeAll(file, facts, tiles);
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, target);
    return target;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeAll(file: number, facts: Pick<TileSetFacts, 'version' | 'bounds'>, tiles: Iterable<MapTile>): void {
  const places: Record<string, readonly [number, number]> = {};
  let end = HEADER_BYTES;
  writeSync(file, Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
  for (const { z, x, y, bytes } of tiles) {
    const packed = gzipSync(bytes);
    writeSync(file, packed, 0, packed.length, end);
    places[`${z}/${x}/${y}`] = [end, packed.length];
    end += packed.length;
  }
  const index: ArchiveIndex = { ...facts, minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, tiles: places };
  const indexBytes = Buffer.from(JSON.stringify(index));
  writeSync(file, indexBytes, 0, indexBytes.length, end);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header.writeBigUInt64LE(BigInt(end), MAGIC.length);
  header.writeUInt32LE(indexBytes.length, MAGIC.length + 8);
  writeSync(file, header, 0, HEADER_BYTES, 0);
}

/** The index of an archive; null where there is none, or it is not whole. */
function readIndex(file: string): ArchiveIndex | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(handle, header, 0, HEADER_BYTES, 0) !== HEADER_BYTES) return null;
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    const bytes = Buffer.alloc(header.readUInt32LE(MAGIC.length + 8));
    const start = Number(header.readBigUInt64LE(MAGIC.length));
    if (readSync(handle, bytes, 0, bytes.length, start) !== bytes.length) return null;
    return JSON.parse(bytes.toString('utf8')) as ArchiveIndex;
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}

export const isWholeArchive = (file: string): boolean => readIndex(file) !== null;

/** A finished map: the index in memory (some 60 bytes a tile), the tiles read from the file when they are asked for. */
export class TileArchive {
  private constructor(
    readonly facts: TileSetFacts,
    private readonly places: ReadonlyMap<string, readonly [number, number]>,
    private readonly file: FileHandle,
  ) {}

  /** Null where the file is missing or not whole: it is then made anew. */
  static async open(file: string): Promise<TileArchive | null> {
    const index = readIndex(file);
    if (index === null) return null;
    const { tiles, ...facts } = index;
    return new TileArchive(facts, new Map(Object.entries(tiles)), await open(file, 'r'));
  }

  get tileCount(): number {
    return this.places.size;
  }

  /** The tile, packed with gzip; null where nothing is drawn there. */
  async read(z: number, x: number, y: number): Promise<Buffer | null> {
    const place = this.places.get(`${z}/${x}/${y}`);
    if (place === undefined) return null;
    const [start, length] = place;
    const { bytesRead, buffer } = await this.file.read(Buffer.alloc(length), 0, length, start);
    return bytesRead === length ? buffer : null;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
