import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGraph } from './build-graph.js';
import { KeptStreets } from './kept-streets.js';
import { graphFile, readSavedGraph, saveGraph } from './saved-graph.js';
import { street } from './testing/tiny-streets.js';

// Reading a whole town on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

const demoMap = join(__dirname, '../../../data/goteborg-centrum.osm.pbf');
const places = [{ lon: 11.9527, lat: 57.6997 }, { lon: 11.9866, lat: 57.6967 }]; // prettier-ignore
const graph = buildGraph([street([[0, 0], [300, 0], [300, 200]]), street([[300, 0], [600, 0]])], 'cykel'); // prettier-ignore

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ramrutt-graphs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one byte of a file. */
function damage(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] ^= 1;
  writeFileSync(file, bytes);
}

describe('a saved graph', () => {
  it('is read back as it was', () => {
    saveGraph(folder, 'map', 'cykel', graph);
    expect(readSavedGraph(folder, 'map', 'cykel')).toEqual(graph);
  });

  it('is not there for another map, other rules or another mode', () => {
    saveGraph(folder, 'map-p1', 'cykel', graph);
    expect(readSavedGraph(folder, 'map-p2', 'cykel')).toBeUndefined();
    expect(readSavedGraph(folder, 'map-p1', 'bil')).toBeUndefined();
  });

  it.each([0, 4, 9, 30, 200, 400])('with byte %i changed is none', (at) => {
    saveGraph(folder, 'map', 'cykel', graph);
    damage(graphFile(folder, 'map', 'cykel'), at);
    expect(readSavedGraph(folder, 'map', 'cykel')).toBeUndefined();
  });

  it.each([0, 3, 60, 400])('cut after %i bytes is none', (length) => {
    saveGraph(folder, 'map', 'cykel', graph);
    const file = graphFile(folder, 'map', 'cykel');
    writeFileSync(file, readFileSync(file).subarray(0, length));
    expect(readSavedGraph(folder, 'map', 'cykel')).toBeUndefined();
  });

  it('takes the place of that of an older map', () => {
    saveGraph(folder, 'old', 'cykel', graph);
    saveGraph(folder, 'old', 'bil', graph);
    saveGraph(folder, 'new', 'cykel', graph);
    expect(readdirSync(folder).sort()).toEqual(['new-cykel.graph', 'old-bil.graph']);
  });
});

describe('kept streets', () => {
  it('answer the same from the map, from the saved graph, and where that was damaged', async () => {
    const built = await new KeptStreets(demoMap, null).table('cykel', places, places);
    await new KeptStreets(demoMap, folder).table('cykel', places, places);
    const [file] = readdirSync(folder);
    const loaded = await new KeptStreets(demoMap, folder).table('cykel', places, places);
    expect(loaded).toEqual(built);
    damage(join(folder, file), 5000);
    const mended = new KeptStreets(demoMap, folder);
    expect(await mended.table('cykel', places, places)).toEqual(built);
    expect(readSavedGraph(folder, mended.mapId, 'cykel')).toBeDefined();
  });

  it('answer where nothing can be kept', async () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    const { durations } = await new KeptStreets(demoMap, join(blocked, 'graphs')).table('cykel', places, places);
    expect(durations[1]).toBeGreaterThan(600);
  });

  it('name a map that is not there, and one that is something else', async () => {
    expect(() => new KeptStreets('nowhere.osm.pbf', folder)).toThrow(/^MAP_MISSING nowhere.osm.pbf/);
    await expect(new KeptStreets(__filename, folder).table('cykel', places, places)).rejects.toThrow(/^MAP_DAMAGED/);
  });
});
