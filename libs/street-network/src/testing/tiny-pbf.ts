import { deflateSync } from 'node:zlib';

/** A way of a hand-made PBF: its tags, and the places it runs through. */
interface TinyWay {
  readonly tags: Readonly<Record<string, string>>;
  readonly places: readonly { readonly lon: number; readonly lat: number; readonly ele?: string }[];
}

/** The bytes of an OSM PBF with the given ways, as https://wiki.openstreetmap.org/wiki/PBF_Format describes it. */
export function tinyPbf(ways: readonly TinyWay[]): Uint8Array {
  const header = message([4, 'OsmSchema-V0.6'], [4, 'DenseNodes']);
  return Buffer.concat([block('OSMHeader', header), block('OSMData', primitiveBlock(ways))]);
}

type Field = readonly [number, number | string | Uint8Array];

function primitiveBlock(ways: readonly TinyWay[]): Uint8Array {
  const places = ways.flatMap((way) => way.places);
  const heights = places.flatMap(({ ele }) => (ele === undefined ? [] : ['ele', ele]));
  const strings = ['', ...new Set([...ways.flatMap(({ tags }) => Object.entries(tags).flat()), ...heights])];
  // Key and value of each node's tags, closed by a zero.
  const nodeTags = places.flatMap(({ ele }) =>
    ele === undefined ? [0] : [strings.indexOf('ele'), strings.indexOf(ele), 0],
  );
  const nodes = message([
    2,
    message(
      [1, packed(deltas(places.map((_, index) => index + 1)))],
      [8, packed(deltas(places.map(({ lat }) => Math.round(lat * 1e7))))],
      [9, packed(deltas(places.map(({ lon }) => Math.round(lon * 1e7))))],
      [10, plain(nodeTags)],
    ),
  ]);
  let node = 0;
  const wayMessages = ways.map((way, index) => {
    const refs = way.places.map(() => (node += 1));
    const keys = Object.keys(way.tags).map((key) => strings.indexOf(key));
    const values = Object.values(way.tags).map((value) => strings.indexOf(value));
    return message([3, message([1, index + 1], [2, plain(keys)], [3, plain(values)], [8, packed(deltas(refs))])]);
  });
  const table = message(...strings.map((text): Field => [1, text]));
  return message([1, table], [2, nodes], ...wayMessages.map((way): Field => [2, way]));
}

function block(type: string, content: Uint8Array): Uint8Array {
  const blob = message([2, content.length], [3, deflateSync(content)]);
  const head = message([1, type], [3, blob.length]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, blob]);
}

/** A protobuf message: numbers as varints, texts and bytes with their length in front. */
function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === 'number') return Buffer.from([...varint(number * 8), ...varint(value)]);
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes]);
    }),
  );
}

const packed = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => varint(value < 0 ? -2 * value - 1 : 2 * value)));

const plain = (values: readonly number[]): Uint8Array => Uint8Array.from(values.flatMap(varint));

const deltas = (values: readonly number[]): number[] => values.map((value, index) => value - (values[index - 1] ?? 0));

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
