import { asList, asNumber, asRecord, asText } from './hhcrsp-fields.js';

/**
 * The home health care routing and scheduling problem of Mankowska, Meisel and Bierwirth (2014): every visit needs one or
 * two services by different employees, starts no sooner than `opens` and is tardy after `dueBy`. Location 0 is the office.
 */
export interface HhcrspInstance {
  readonly name: string;
  readonly employees: readonly { readonly id: string; readonly abilities: readonly string[] }[];
  readonly visits: readonly HhcrspVisit[];
  /** Travel time = travel cost, `distances[from][to]`; visit i is at location i + 1. */
  readonly distances: readonly (readonly number[])[];
}

export interface HhcrspVisit {
  readonly id: string;
  readonly opens: number;
  readonly dueBy: number;
  /** One or two; the second starts `minOffset`–`maxOffset` after the first. */
  readonly services: readonly { readonly service: string; readonly duration: number }[];
  readonly minOffset: number;
  readonly maxOffset: number;
}

/**
 * Reads the JSON format of github.com/iolab-uniud/hhcrsp, in which the instances of Mankowska, Kummer and Ceschia are kept.
 *
 * @throws Error naming the field that is missing or wrong.
 */
export function readHhcrsp(text: string, name: string): HhcrspInstance {
  const file = asRecord(JSON.parse(text), 'the file');
  const durations = readDefaultDurations(file);
  const visits = asList(file['patients'], 'patients').map((entry) =>
    readHhcrspVisit(asRecord(entry, 'patients[]'), durations),
  );
  const employees = asList(file['caregivers'], 'caregivers').map((entry) => {
    const employee = asRecord(entry, 'caregivers[]');
    const abilities = asList(employee['abilities'], 'caregivers[].abilities');
    return {
      id: asText(employee['id'], 'caregivers[].id'),
      abilities: abilities.map((ability) => asText(ability, 'ability')),
    };
  });
  const distances = asList(file['distances'], 'distances').map((row) =>
    asList(row, 'distances[]').map((cell) => asNumber(cell, 'distances[][]')),
  );
  if (distances.length !== visits.length + 1 || distances.some((row) => row.length !== visits.length + 1)) {
    throw new Error(`Not a HHCRSP file of one office: distances must be ${visits.length + 1} × ${visits.length + 1}`);
  }
  return { name: typeof file['name'] === 'string' ? file['name'] : name, employees, visits, distances };
}

/** Length of each service where a visit does not say another, by the service's id. */
export function readDefaultDurations(file: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(
    asList(file['services'], 'services').map((entry) => {
      const service = asRecord(entry, 'services[]');
      return [asText(service['id'], 'services[].id'), service['default_duration']];
    }),
  );
}

/** Reads one entry of `patients`. */
export function readHhcrspVisit(
  record: Readonly<Record<string, unknown>>,
  durations: ReadonlyMap<string, unknown>,
): HhcrspVisit {
  const id = asText(record['id'], 'patients[].id');
  const window = asList(record['time_window'], `${id}.time_window`);
  const services = asList(record['required_caregivers'], `${id}.required_caregivers`).map((entry) => {
    const need = asRecord(entry, `${id}.required_caregivers[]`);
    const service = asText(need['service'], `${id}.service`);
    return { service, duration: asNumber(need['duration'] ?? durations.get(service), `${id}.duration`) };
  });
  if (services.length < 1 || services.length > 2)
    throw new Error(`${id} needs ${services.length} services, not 1 or 2`);
  const [minOffset, maxOffset] = readOffset(record['synchronization'], id);
  return { id, opens: asNumber(window[0], id), dueBy: asNumber(window[1], id), services, minOffset, maxOffset };
}

function readOffset(entry: unknown, id: string): readonly [number, number] {
  if (entry === undefined || entry === null) return [0, 0];
  const synchronization = asRecord(entry, `${id}.synchronization`);
  if (synchronization['type'] === 'simultaneous') return [0, 0];
  const distance = synchronization['distance'];
  if (Array.isArray(distance))
    return [asNumber(distance[0], `${id}.distance`), asNumber(distance[1], `${id}.distance`)];
  const limits = asRecord(distance, `${id}.distance`);
  return [asNumber(limits['min'], `${id}.distance.min`), asNumber(limits['max'], `${id}.distance.max`)];
}
