import { deflateSync } from 'node:zlib';

/** A node of a hand-made map; the same object in two ways is the same node. */
interface TinyNode {
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}

interface TinyWay {
  readonly tags: Readonly<Record<string, string>>;
  readonly nodes: readonly TinyNode[];
}

/** An area made of ways, by their position among the ways. */
interface TinyRelation {
  readonly tags: Readonly<Record<string, string>>;
  readonly members: readonly { readonly way: number; readonly role: 'outer' | 'inner' }[];
}

export interface TinyMap {
  readonly nodes?: readonly TinyNode[];
  readonly ways?: readonly TinyWay[];
  readonly relations?: readonly TinyRelation[];
}

/** The bytes of an OSM PBF with the given things, as https://wiki.openstreetmap.org/wiki/PBF_Format describes it. */
export function tinyMap(map: TinyMap): Uint8Array {
  const header = message([4, 'OsmSchema-V0.6'], [4, 'DenseNodes']);
  return Buffer.concat([block('OSMHeader', header), block('OSMData', primitiveBlock(map))]);
}

type Field = readonly [number, number | string | Uint8Array];

function primitiveBlock({ nodes: places = [], ways = [], relations = [] }: TinyMap): Uint8Array {
  const nodes = [...new Set([...places, ...ways.flatMap((way) => way.nodes)])];
  const strings = [
    '',
    'outer',
    'inner',
    ...[...nodes, ...ways, ...relations].flatMap(({ tags }) => Object.entries(tags ?? {}).flat()),
  ];
  const textsOf = (tags: TinyWay['tags']): readonly Field[] => [
    [2, plain(Object.keys(tags).map((key) => strings.indexOf(key)))],
    [3, plain(Object.values(tags).map((value) => strings.indexOf(value)))],
  ];
  const dense = message(
    [1, packed(deltas(nodes.map((_, index) => index + 1)))],
    [8, packed(deltas(nodes.map(({ lat }) => Math.round(lat * 1e7))))],
    [9, packed(deltas(nodes.map(({ lon }) => Math.round(lon * 1e7))))],
    // Key and value of each node's tags, closed by a zero.
    [
      10,
      plain(
        nodes.flatMap(({ tags }) => [
          ...Object.entries(tags ?? {})
            .flat()
            .map((text) => strings.indexOf(text)),
          0,
        ]),
      ),
    ],
  );
  const wayMessages = ways.map(({ tags, nodes: run }, index) =>
    message([1, index + 1], ...textsOf(tags), [8, packed(deltas(run.map((node) => nodes.indexOf(node) + 1)))]),
  );
  const relationMessages = relations.map(({ tags, members }, index) =>
    message(
      [1, index + 1],
      ...textsOf(tags),
      [8, plain(members.map(({ role }) => strings.indexOf(role)))],
      [9, packed(deltas(members.map(({ way }) => way + 1)))],
      [10, plain(members.map(() => 1))],
    ),
  );
  return message(
    [1, message(...strings.map((text): Field => [1, text]))],
    [2, message([2, dense])],
    [2, message(...wayMessages.map((way): Field => [3, way]))],
    [2, message(...relationMessages.map((relation): Field => [4, relation]))],
  );
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
