/**
 * Several days of visits with pairs that must start together: the instances of Bredström and Rönnqvist (2008,
 * doi 10.1016/j.ejor.2007.07.033) extended to days. Times are minutes from the start of a day; node 0 is the office.
 */
export interface SynchronisedWeek {
  readonly name: string;
  readonly days: number;
  readonly employees: number;
  /** Length of a working day. */
  readonly dayLength: number;
  /** Row-major node × node; node i is visit i of the file, 0 the office. */
  readonly travel: Int32Array;
  readonly nodes: number;
  readonly visits: readonly SynchronisedVisit[];
  /** Node numbers of the visits that start together, with different employees. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** One node of the file on one of its days. */
export interface SynchronisedVisit {
  readonly node: number;
  readonly day: number;
  readonly service: number;
  readonly earliest: number;
  readonly latest: number;
}

const PAIR = /\((\d+),(\d+)\)/g;

/**
 * Reads a file in the form of AMPL data.
 *
 * @throws Error naming the parameter that is missing or has the wrong size, or the pair that can never begin together (one
 *   of the published files, case_1_80_16_8_3, names pairs of other visits than those that were made for it).
 */
export function readSynchronisedWeek(text: string, name: string): SynchronisedWeek {
  const days = readNumber(text, 'dn');
  const employees = readNumber(text, 'kn');
  const dayLength = readNumber(text, 'T');
  const travelRows = readTable(text, 't_ij');
  const nodes = travelRows.length;
  const [service, wanted, earliest, latest] = ['s_id', 'w_id', 'e_id', 'l_id'].map((parameter) =>
    rowsByNode(readTable(text, parameter), parameter, nodes, days),
  );
  if (travelRows.some((row) => row.length !== nodes + 1)) throw new Error(`t_ij is not ${nodes} × ${nodes}`);
  const visits = [...wanted.keys()].flatMap((node) =>
    Array.from({ length: days }, (_, day) => day)
      .filter((day) => node > 0 && wanted[node][day] === 1)
      .map((day) => ({
        node,
        day,
        service: service[node][day],
        earliest: earliest[node][day],
        latest: latest[node][day],
      })),
  );
  const pairLine = /set Shared_Visited:=([^;]*);/.exec(text)?.[1] ?? '';
  const pairs = [...pairLine.matchAll(PAIR)].map(([, one, other]) => [Number(one), Number(other)] as const);
  assertPairs(pairs, visits, days);
  const travel = Int32Array.from(travelRows.flatMap((row) => row.slice(1)));
  return { name, days, employees, dayLength, travel, nodes, visits, pairs };
}

function assertPairs(pairs: SynchronisedWeek['pairs'], visits: readonly SynchronisedVisit[], days: number): void {
  const at = new Map(visits.map((visit) => [`${visit.node}/${visit.day}`, visit]));
  for (const [one, other] of pairs) {
    for (let day = 0; day < days; day++) {
      const [first, second] = [at.get(`${one}/${day}`), at.get(`${other}/${day}`)];
      if (first === undefined && second === undefined) continue;
      const where = `Shared_Visited (${one},${other}), day ${day + 1}`;
      if (first === undefined || second === undefined) throw new Error(`${where}: only one of the two is wanted`);
      if (Math.max(first.earliest, second.earliest) > Math.min(first.latest, second.latest))
        throw new Error(`${where}: their windows do not meet`);
    }
  }
}

function readNumber(text: string, parameter: string): number {
  const found = new RegExp(String.raw`param ${parameter}:=\s*(\d+)\s*;`).exec(text)?.[1];
  if (found === undefined) throw new Error(`param ${parameter} is missing`);
  return Number(found);
}

/** Rows of a table as numbers; the first of each is the row's own number. */
function readTable(text: string, parameter: string): readonly (readonly number[])[] {
  const found = new RegExp(String.raw`param ${parameter}:[^=]*:=([^;]*);`).exec(text)?.[1];
  if (found === undefined) throw new Error(`param ${parameter} is missing`);
  return found
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

/** Per node the figures of its days; nodes without a row have none. */
function rowsByNode(
  rows: readonly (readonly number[])[],
  parameter: string,
  nodes: number,
  days: number,
): readonly (readonly number[])[] {
  const byNode = new Map(rows.map(([node, ...figures]) => [node, figures]));
  return Array.from({ length: nodes }, (_, node) => {
    const figures = byNode.get(node);
    if (node > 0 && figures?.length !== days) throw new Error(`${parameter}: node ${node} needs ${days} figures`);
    return figures ?? [];
  });
}
