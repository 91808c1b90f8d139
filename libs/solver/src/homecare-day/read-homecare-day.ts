/** One group's day: visits, employees with a shift and a rast each, and one matrix of ways. Location 0 is the premises. */
export interface HomecareDay {
  readonly name: string;
  /** Door-to-door seconds, `durations[from][to]`; need not be the same both ways. */
  readonly durations: readonly (readonly number[])[];
  readonly visits: readonly DayVisit[];
  readonly staff: readonly DayEmployee[];
}

export interface DayVisit {
  readonly id: number;
  readonly location: number;
  readonly service: number;
  readonly earliest: number;
  readonly latest: number;
  readonly skills: readonly number[];
}

export interface DayEmployee {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** Start window and length of the rast. */
  readonly rast: { readonly earliest: number; readonly latest: number; readonly duration: number };
  readonly skills: readonly number[];
}

/**
 * Reads the JSON of a home-care day. Every number is checked here, since the solver's typed arrays would turn `null` and
 * fractions into whole seconds without a word.
 *
 * @throws Error naming the field that is missing or wrong, with its place in the file.
 */
export function readHomecareDay(text: string, name: string): HomecareDay {
  const file = asRecord(JSON.parse(text), 'the file');
  const durations = asList(file['durations'], 'durations').map((row, from) =>
    asList(row, `durations[${from}]`).map((cell, to) => asSeconds(cell, `durations[${from}][${to}]`)),
  );
  const wrongRow = durations.findIndex((row) => row.length !== durations.length);
  if (wrongRow >= 0) {
    throw new Error(`durations[${wrongRow}] has ${durations[wrongRow].length} cells, ${durations.length} are needed`);
  }
  return {
    name,
    durations,
    visits: asList(file['visits'], 'visits').map((entry, index) => readVisit(entry, `visits[${index}]`)),
    staff: asList(file['staff'], 'staff').map((entry, index) => readEmployee(entry, `staff[${index}]`)),
  };
}

function readVisit(entry: unknown, at: string): DayVisit {
  const visit = asRecord(entry, at);
  const [earliest, latest] = asInterval(visit['tw'], `${at}.tw`);
  return {
    id: asSeconds(visit['id'], `${at}.id`),
    location: asSeconds(visit['loc'], `${at}.loc`),
    service: asSeconds(visit['service'], `${at}.service`),
    earliest,
    latest,
    skills: asSkills(visit['skills'], `${at}.skills`),
  };
}

function readEmployee(entry: unknown, at: string): DayEmployee {
  const employee = asRecord(entry, at);
  const [start, end] = asInterval(employee['shift'], `${at}.shift`);
  const rast = asRecord(employee['break'], `${at}.break`);
  const [earliest, latest] = asInterval(rast['tw'], `${at}.break.tw`);
  return {
    id: asSeconds(employee['id'], `${at}.id`),
    start,
    end,
    rast: { earliest, latest, duration: asSeconds(rast['dur'], `${at}.break.dur`) },
    skills: asSkills(employee['skills'], `${at}.skills`),
  };
}

function asRecord(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${at} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

function asList(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${at} is not a list`);
  return value as readonly unknown[];
}

function asSeconds(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`${at} is ${JSON.stringify(value)}, a whole number from 0 on is needed`);
}

function asInterval(value: unknown, at: string): readonly [number, number] {
  const [from, to, ...more] = asList(value, at);
  if (more.length > 0) throw new Error(`${at} has more than two times`);
  return [asSeconds(from, `${at}[0]`), asSeconds(to, `${at}[1]`)];
}

function asSkills(value: unknown, at: string): readonly number[] {
  return asList(value, at).map((skill, index) => asSeconds(skill, `${at}[${index}]`));
}
