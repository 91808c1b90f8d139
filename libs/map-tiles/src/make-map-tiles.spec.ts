import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeMapTiles } from './make-map-tiles.js';
import { TileArchive } from './tile-archive.js';
import { tileAt } from './tile-grid.js';
import { tinyMap, type TinyMap } from './testing/tiny-map.js';

const DEMO_MAP = path.join(__dirname, '../../../data/goteborg-centrum.osm.pbf');

let folder: string;
const opened: TileArchive[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'map-tiles-'));
});
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close();
  rmSync(folder, { recursive: true });
});

async function tilesOf(map: TinyMap | string): Promise<TileArchive> {
  const file = typeof map === 'string' ? map : path.join(folder, 'map.osm.pbf');
  if (typeof map !== 'string') writeFileSync(file, tinyMap(map));
  const archive = await TileArchive.open(await makeMapTiles(file, folder));
  if (archive === null) throw new Error('the archive is not whole');
  opened.push(archive);
  return archive;
}

/** The text of a tile: names of layers, kinds and streets stand in it as they are. */
async function textOf(archive: TileArchive, lon: number, lat: number, zoom: number): Promise<string> {
  const { z, x, y } = tileAt([lon, lat], zoom);
  const packed = await archive.read(z, x, y);
  return packed === null ? '' : gunzipSync(packed).toString('utf8');
}

const at = (lon: number, lat: number) => ({ lon, lat });
const [a, b, c, d] = [at(11.96, 57.7), at(11.962, 57.7), at(11.962, 57.702), at(11.96, 57.702)];

describe('tiles of a map', () => {
  it('draw the demo map: large streets from afar, names and footpaths near by', async () => {
    const archive = await tilesOf(DEMO_MAP);
    expect(archive.facts).toMatchObject({ minZoom: 10, maxZoom: 14 });
    const [far, near] = [await textOf(archive, 11.9668, 57.7072, 10), await textOf(archive, 11.9668, 57.7072, 14)];
    expect(far).toContain('streets');
    expect(far).not.toContain('foot');
    expect(near).toContain('foot');
    expect(near).toContain('Drottningtorget');
    // A phone shows four to six tiles at a time: together they stay below the weight of the program that draws them.
    const { z, x, y } = tileAt([11.9668, 57.7072], 14);
    expect((await archive.read(z, x, y))?.length).toBeLessThan(60_000);
  });

  it('draw water, parks, buildings and the names of districts where the file has them', async () => {
    const archive = await tilesOf({
      nodes: [{ ...at(11.961, 57.7015), tags: { place: 'suburb', name: 'Vasastaden' } }],
      ways: [
        { tags: { natural: 'water' }, nodes: [a, b, c, d, a] },
        { tags: { leisure: 'park', name: 'Slottsskogen' }, nodes: [a, b, c, a] },
        { tags: { building: 'yes' }, nodes: [a, b, d, a] },
      ],
    });
    const text = await textOf(archive, 11.961, 57.701, 14);
    for (const part of ['water', 'green', 'Slottsskogen', 'buildings', 'places', 'Vasastaden'])
      expect(text).toContain(part);
    expect(await textOf(archive, 11.961, 57.701, 13)).not.toContain('building');
  });

  it('put a lake together from its shores, and leave out one that is cut off', async () => {
    const lake = (nodes: readonly (typeof a)[]): TinyMap => ({
      ways: [
        { tags: { highway: 'residential' }, nodes: [a, c] },
        { tags: {}, nodes },
        { tags: {}, nodes: [a, d, c] },
      ],
      relations: [
        {
          tags: { type: 'multipolygon', natural: 'water' },
          members: [
            { way: 1, role: 'outer' },
            { way: 2, role: 'outer' },
          ],
        },
      ],
    });
    expect(await textOf(await tilesOf(lake([a, b, c])), 11.961, 57.701, 14)).toContain('water');
    expect(await textOf(await tilesOf(lake([a, b])), 11.961, 57.701, 14)).not.toContain('water');
  });

  it('are nothing where the map has nothing', async () => {
    const archive = await tilesOf({ ways: [{ tags: { highway: 'residential' }, nodes: [a, c] }] });
    expect(await archive.read(14, 0, 0)).toBeNull();
    expect(archive.facts.bounds).toEqual([11.96, 57.7, 11.962, 57.702]);
  });

  it('are made once for a map, and anew where the kept file is cut', async () => {
    const file = path.join(folder, 'map.osm.pbf');
    writeFileSync(file, tinyMap({ ways: [{ tags: { highway: 'residential' }, nodes: [a, c] }] }));
    const first = await makeMapTiles(file, folder);
    const { mtimeMs } = statSync(first);
    expect(await makeMapTiles(file, folder)).toBe(first);
    expect(statSync(first).mtimeMs).toBe(mtimeMs);
    truncateSync(first, 40);
    expect(await TileArchive.open(first)).toBeNull();
    await makeMapTiles(file, folder);
    expect(await tilesOf(file)).toBeInstanceOf(TileArchive);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('name a file that is missing, damaged or empty', async () => {
    await expect(makeMapTiles(path.join(folder, 'none.pbf'), folder)).rejects.toMatchObject({ code: 'MAP_MISSING' });
    const file = path.join(folder, 'map.osm.pbf');
    writeFileSync(file, 'not a map');
    await expect(makeMapTiles(file, folder)).rejects.toMatchObject({ code: 'MAP_DAMAGED' });
    writeFileSync(file, tinyMap({ ways: [{ tags: { power: 'line' }, nodes: [a, c] }] }));
    await expect(makeMapTiles(file, folder)).rejects.toMatchObject({ code: 'MAP_EMPTY' });
  });
});
