import type { Coordinate, TravelMode } from '@hemtjanst/domain';
import {
  coordinateOf,
  placeKeyOf,
  type KeptTimes,
  type NewRow,
  type PlaceKey,
  type TravelCache,
} from './travel-cache.js';
import {
  TravelSourceError,
  type KeepableSource,
  type TravelRectangle,
  type TravelSourceKind,
  type TravelTable,
  type TravelTimeSource,
} from './travel-time-source.js';

/** Told when times could not be kept or read: planning goes on without. */
export type OnCacheFault = (error: unknown) => void;

/**
 * A travel source that remembers: pairs that are kept are not asked again, a new address costs one row and one column.
 * Every table is of one version of the map; where the map changes in between, the whole table is asked anew. A server
 * that is down still answers with what is kept of its last version.
 */
export class CachedSource implements TravelTimeSource {
  constructor(
    private readonly source: KeepableSource,
    private readonly cache: TravelCache,
    private readonly onFault: OnCacheFault = () => undefined,
  ) {}

  get kind(): TravelSourceKind {
    return this.source.kind;
  }

  get mapId(): string {
    return this.source.mapId;
  }

  async table(mode: TravelMode, places: readonly Coordinate[], signal?: AbortSignal): Promise<TravelTable> {
    const asked = uniquePlaces(places);
    const version = await this.versionFor(mode, asked.coordinates, signal);
    const kept = version === null ? null : await this.load(version, mode, asked.keys);
    if (version === null || kept === null) return this.source.table(mode, places, signal);
    const newPlaces = placesToAsk(kept, asked.keys.length);
    const complete = await this.complete(version, mode, asked, kept, newPlaces, signal);
    // The map was replaced between the question for its version and the answer: nothing of the old one is used.
    if (complete === null) return this.source.table(mode, places, signal);
    return spread(complete, asked.positionOf, this.kind, version);
  }

  async close(): Promise<void> {
    await this.source.close?.();
  }

  private async versionFor(
    mode: TravelMode,
    places: readonly Coordinate[],
    signal: AbortSignal | undefined,
  ): Promise<string | null> {
    const place = places.at(0);
    if (place === undefined) return null;
    try {
      const version = await this.source.mapIdNow(mode, place, signal);
      if (version !== null) await this.cache.noteVersion(version, mode).catch(this.onFault);
      return version;
    } catch (error) {
      if (!(error instanceof TravelSourceError)) throw error;
      const latest = await this.cache.latestVersion(this.source.mapId, mode).catch(this.onFault);
      if (typeof latest !== 'string') throw error;
      return latest;
    }
  }

  private async load(version: string, mode: TravelMode, keys: readonly PlaceKey[]): Promise<KeptTimes | null> {
    try {
      return await this.cache.load(version, mode, keys);
    } catch (error) {
      this.onFault(error);
      return null;
    }
  }

  /** Asks for what is not kept, and keeps it. Null: the answer was of another version. */
  private async complete(
    version: string,
    mode: TravelMode,
    { keys, coordinates }: UniquePlaces,
    kept: KeptTimes,
    newPlaces: readonly number[],
    signal: AbortSignal | undefined,
  ): Promise<Square | null> {
    if (newPlaces.length === 0) return kept;
    const all = keys.map((_, index) => index);
    const isNew = new Set(newPlaces);
    const old = all.filter((index) => !isNew.has(index));
    const ask = (from: readonly number[], to: readonly number[]): Promise<TravelRectangle> =>
      this.source.rectangle(mode, from.map((index) => coordinates[index]), to.map((index) => coordinates[index]), signal); // prettier-ignore
    const rows: Answer = { from: newPlaces, to: all, answer: await ask(newPlaces, all) };
    const columns: Answer[] = old.length === 0 ? [] : [{ from: old, to: newPlaces, answer: await ask(old, newPlaces) }];
    const answers = [rows, ...columns];
    if (answers.some(({ answer }) => answer.mapId !== version)) return null;
    const square = filled(kept, keys.length, answers);
    await this.cache.save(version, mode, keys, answers.flatMap(newRows)).catch(this.onFault);
    return square;
  }
}

type Square = Pick<KeptTimes, 'seconds' | 'meters' | 'snapMeters'>;

interface Answer {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly answer: TravelRectangle;
}

interface UniquePlaces {
  readonly keys: readonly PlaceKey[];
  readonly coordinates: readonly Coordinate[];
  /** Of each place asked about, where it stands among the unique ones. */
  readonly positionOf: readonly number[];
}

function uniquePlaces(places: readonly Coordinate[]): UniquePlaces {
  const positions = new Map<string, number>();
  const keys: PlaceKey[] = [];
  const positionOf = places.map((place) => {
    const key = placeKeyOf(place);
    const text = `${key.lonMicrodegrees},${key.latMicrodegrees}`;
    const known = positions.get(text);
    if (known !== undefined) return known;
    positions.set(text, keys.length);
    return keys.push(key) - 1;
  });
  return { keys, coordinates: keys.map(coordinateOf), positionOf };
}

/** The fewest places, near enough, whose rows and columns hold every pair that is not kept. */
function placesToAsk({ isKept }: KeptTimes, count: number): number[] {
  const missing = new Int32Array(count);
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      if (isKept[from * count + to] === 1) continue;
      missing[from] += 1;
      missing[to] += 1;
    }
  }
  const byNeed = Array.from(missing.keys()).filter((place) => missing[place] > 0).sort((a, b) => missing[b] - missing[a]); // prettier-ignore
  const asked = new Uint8Array(count);
  for (const place of byNeed) {
    for (let other = 0; other < count && asked[place] === 0; other++) {
      const isMissing = isKept[place * count + other] === 0 || isKept[other * count + place] === 0;
      if (isMissing && asked[other] === 0) asked[place] = 1;
    }
  }
  return byNeed.filter((place) => asked[place] === 1);
}

function filled(kept: KeptTimes, count: number, answers: readonly Answer[]): Square {
  const square = { seconds: kept.seconds.slice(), meters: kept.meters.slice(), snapMeters: kept.snapMeters.slice() };
  for (const { from, to, answer } of answers) {
    from.forEach((fromPlace, row) => {
      square.snapMeters[fromPlace] = answer.fromSnapMeters[row];
      to.forEach((toPlace, column) => {
        square.seconds[fromPlace * count + toPlace] = answer.seconds[row * to.length + column];
        square.meters[fromPlace * count + toPlace] = answer.meters[row * to.length + column];
      });
    });
  }
  return square;
}

function newRows({ from, to, answer }: Answer): NewRow[] {
  return from.map((place, row) => ({
    from: place,
    snapMeters: answer.fromSnapMeters[row],
    to,
    seconds: Array.from(answer.seconds.subarray(row * to.length, (row + 1) * to.length)),
    meters: Array.from(answer.meters.subarray(row * to.length, (row + 1) * to.length)),
  }));
}

/** From the unique places back to those asked about: two brukare in one entrance are one place. */
function spread(square: Square, positionOf: readonly number[], source: TravelSourceKind, mapId: string): TravelTable {
  const unique = square.snapMeters.length;
  const count = positionOf.length;
  const seconds = new Int32Array(count ** 2);
  const meters = new Int32Array(count ** 2);
  positionOf.forEach((from, row) =>
    positionOf.forEach((to, column) => {
      seconds[row * count + column] = square.seconds[from * unique + to];
      meters[row * count + column] = square.meters[from * unique + to];
    }),
  );
  const snapMeters = Float64Array.from(positionOf, (place) => square.snapMeters[place]);
  return { seconds, meters, snapMeters, estimated: new Uint8Array(count ** 2), source, mapId };
}
