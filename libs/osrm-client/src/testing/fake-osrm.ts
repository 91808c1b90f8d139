import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Ways in which the fake server can go wrong. */
export type Misbehaviour =
  | 'status-500'
  | 'ok-with-500'
  | 'html'
  | 'cut-json'
  | 'nan'
  | 'negative'
  | 'text-for-number'
  | 'row-missing'
  | 'cell-missing'
  | 'null-cell'
  | 'null-row'
  | 'null-in-distances-only'
  | 'no-segment'
  | 'too-big'
  | 'broken-connection'
  | 'silent'
  | 'one-byte-at-a-time';

/** What the fake is asked, before it answers. */
export interface FakeRequest {
  readonly service: string;
  readonly path: string;
  /** 0 for the first request the server got. */
  readonly number: number;
}

interface Point {
  readonly lon: number;
  readonly lat: number;
}

const defaultLimit = 100;
const defaultHeaderBytes = 25_024;
const requestsPerConnection = 512;
const knownOptions = new Set([
  'annotations',
  'generate_hints',
  'sources',
  'destinations',
  'overview',
  'geometries',
  'steps',
  'number',
]);

/**
 * An OSRM server that is not one: same paths, same shapes, the same limits as osrm-routed's defaults, trips along the
 * straight line at 15 km/h (4.2 m/s) – and any fault on demand.
 */
export class FakeOsrm {
  readonly paths: string[] = [];
  /** Decides for each request whether and how it goes wrong. */
  misbehave: (request: FakeRequest) => Misbehaviour | undefined = () => undefined;
  /** What the data were extracted with as `--data_version`; null: nothing was given. */
  dataVersion: string | null = null;
  /** Riding speed; another profile has another. */
  kmh = 15;
  private readonly server: Server;
  private readonly sockets = new Map<Socket, number>();

  private constructor() {
    this.server = createServer((request, response) => this.answer(request, response));
    this.server.keepAliveTimeout = 5000;
    this.server.on('connection', (socket: Socket) => {
      this.sockets.set(socket, 0);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(): Promise<FakeOsrm> {
    const fake = new FakeOsrm();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get baseUrl(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake OSRM is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.keys()) socket.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const served = (this.sockets.get(request.socket) ?? 0) + 1;
    this.sockets.set(request.socket, served);
    // The real server does both without a word.
    if (path.length > defaultHeaderBytes || served > requestsPerConnection) {
      request.socket.destroy();
      return;
    }
    const number = this.paths.push(path) - 1;
    const service = path.split('/')[1] ?? '';
    const fault = this.misbehave({ service, path, number });
    if (fault === 'broken-connection') request.socket.destroy();
    else if (fault !== 'silent') send(response, fault, this.goodAnswer(path));
  }

  private goodAnswer(path: string): Body {
    const answer = answerOf(path, this.kmh);
    return this.dataVersion === null || answer.code !== 'Ok' ? answer : { ...answer, data_version: this.dataVersion };
  }
}

type Body = Record<string, unknown>;

function send(response: ServerResponse, fault: Misbehaviour | undefined, good: Body): void {
  switch (fault) {
    case 'status-500':
      return end(response, 500, 'Internal Server Error');
    case 'ok-with-500':
      return end(response, 500, JSON.stringify(good));
    case 'html':
      return end(response, 200, '<html><body>Välkommen</body></html>');
    case 'cut-json':
      return end(response, 200, JSON.stringify(good).slice(0, -20));
    case 'no-segment':
      return end(
        response,
        400,
        JSON.stringify(refused('NoSegment', 'Could not find a matching segment for coordinate 1')),
      );
    case 'too-big':
      return end(response, 400, JSON.stringify(refused('TooBig', 'Too many table coordinates')));
    case 'one-byte-at-a-time':
      return drip(response, JSON.stringify(good));
    case 'nan':
      return end(response, 200, JSON.stringify(withCell(good, 'NOT-A-NUMBER')).replaceAll('"NOT-A-NUMBER"', 'NaN'));
    case 'negative':
      return end(response, 200, JSON.stringify(withCell(good, -1)));
    case 'text-for-number':
      return end(response, 200, JSON.stringify(withCell(good, '12')));
    case 'null-cell':
      return end(response, 200, JSON.stringify(withCell(withCell(good, null), null, 'distances')));
    case 'null-in-distances-only':
      return end(response, 200, JSON.stringify(withCell(good, null, 'distances')));
    case 'null-row':
      return end(response, 200, JSON.stringify(withFirstRow(good, (row) => row.map(() => null))));
    case 'cell-missing':
      return end(response, 200, JSON.stringify(withFirstRow(good, (row) => row.slice(1))));
    case 'row-missing':
      return end(response, 200, JSON.stringify({ ...good, durations: rowsOf(good, 'durations').slice(1) }));
    case 'silent':
    case 'broken-connection':
    case undefined:
      return end(response, good.code === 'Ok' ? 200 : 400, JSON.stringify(good));
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(text);
}

function drip(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
  let sent = 0;
  const timer = setInterval(() => response.write(text[sent++ % text.length]), 50);
  response.on('close', () => clearInterval(timer));
}

function rowsOf(body: Body, name: string): unknown[][] {
  return Array.isArray(body[name]) ? (body[name] as unknown[][]) : [[]];
}

function withFirstRow(body: Body, change: (row: unknown[]) => unknown[]): Body {
  const changed = (name: string): unknown[][] =>
    rowsOf(body, name).map((row, index) => (index === 0 ? change(row) : row));
  return { ...body, durations: changed('durations'), distances: changed('distances') };
}

/** The last cell of the first row is replaced. */
function withCell(body: Body, cell: unknown, name = 'durations'): Body {
  const rows = rowsOf(body, name).map((row, index) => (index === 0 ? [...row.slice(0, -1), cell] : row));
  return { ...body, [name]: rows };
}

function answerOf(path: string, kmh: number): Body {
  const match = /^\/(\w+)\/v1\/[^/]+\/([-\d.,;]+)(?:\?(.*))?$/.exec(path);
  if (match === null) return refused('InvalidUrl', 'URL string malformed close to position 1');
  const [, service, where, query = ''] = match;
  const options = new Map(query.split('&').map((part) => [part.split('=')[0], part.split('=')[1] ?? ''] as const));
  const unknown = [...options.keys()].find((name) => name !== '' && !knownOptions.has(name));
  if (unknown !== undefined) return refused('InvalidQuery', 'Query string malformed close to position 1');
  const points = where.split(';').map((pair) => {
    const [lon, lat] = pair.split(',').map(Number);
    return { lon, lat };
  });
  switch (service) {
    case 'table':
      return table(points, options, kmh);
    case 'route':
      return route(points, kmh);
    case 'nearest':
      return { code: 'Ok', waypoints: [waypoint(points[0])] };
    default:
      return refused('InvalidService', `Service ${service} not found!`);
  }
}

function table(points: readonly Point[], options: ReadonlyMap<string, string>, kmh: number): Body {
  if (points.length < 2) return refused('InvalidOptions', 'Number of coordinates needs to be at least two.');
  const chosen = (name: string): Point[] => {
    const indexes = options.get(name);
    return indexes === undefined ? [...points] : indexes.split(';').map((index) => points[Number(index)]);
  };
  const sources = chosen('sources');
  const destinations = chosen('destinations');
  if (sources.length * destinations.length > defaultLimit ** 2) return refused('TooBig', 'Too many table coordinates');
  const distances = sources.map((from) => destinations.map((to) => straightMeters(from, to)));
  const durations = distances.map((row) => row.map((meters) => secondsFor(meters, kmh)));
  return { code: 'Ok', distances, durations, destinations: destinations.map(waypoint), sources: sources.map(waypoint) };
}

function route(points: readonly Point[], kmh: number): Body {
  const legs = points.slice(1).map((to, index) => straightMeters(points[index], to));
  const distance = legs.reduce((sum, meters) => sum + meters, 0);
  const coordinates = points.map(({ lon, lat }) => [lon, lat]);
  const one = {
    geometry: { type: 'LineString', coordinates },
    duration: secondsFor(distance, kmh),
    distance,
    legs: [],
  };
  return { code: 'Ok', routes: [one], waypoints: points.map(waypoint) };
}

function refused(code: string, message: string): Body {
  return { message, code };
}

function waypoint({ lon, lat }: Point): Body {
  return { location: [lon, lat], name: 'Provgatan', distance: 0 };
}

function straightMeters(from: Point, to: Point): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
  return Math.round(Math.hypot(east, to.lat - from.lat) * 111_195 * 10) / 10;
}

function secondsFor(meters: number, kmh: number): number {
  return Math.round((meters * 3.6 * 10) / kmh) / 10;
}
