import { startTwoUnits, type TwoUnits } from './two-units.js';

let units: TwoUnits;
beforeAll(async () => {
  units = await startTwoUnits();
});
afterAll(() => units.close());

/** Asks about the way between two records of unit A, named by their own numbers. */
async function legBetween(from: string, to: string, query = 'mode=elcykel&onDate=2026-03-02', role: 'planerare' | 'enhetschef' = 'planerare') {
  const client = await units.as(role, 'a');
  const [fromId, toId] = await Promise.all([recordId(from), recordId(to)]);
  return client.get(`/api/units/${units.unitIds.a}/travel-legs?fromId=${fromId}&toId=${toId}&${query}`);
} // prettier-ignore

const recordId = (code: string): Promise<string> => units.idOf(code.startsWith('L') ? 'premises' : 'brukare', code);

it('shows a leg by its parts, which add up, on the streets of the map', async () => {
  const { status, body } = await legBetween('L-a', 'B1-a');
  expect(status).toBe(200);
  expect([body.source, body.isEstimated]).toEqual(['street-network', false]);
  const parts = new Map<string, number>(body.parts.map((part: { kind: string; seconds: number }) => [part.kind, part.seconds])); // prettier-ignore
  const ride = parts.get('ride') ?? 0;
  expect(ride).toBeGreaterThan(0);
  // March is winter by bike: a fifth longer, rounded up
  expect(parts.get('winter')).toBe(Math.ceil(ride * 1.2) - ride);
  expect(parts.get('mode')).toBe(180);
  expect(body.doorToDoorSeconds).toBe([...parts.values()].reduce((sum, seconds) => sum + seconds, 0));
});

it('takes what was measured at an address once it is written down', async () => {
  const planerare = await units.as('planerare', 'a');
  const brukareId = await units.idOf('brukare', 'B2-a');
  const path = `/api/units/${units.unitIds.a}/brukare/${brukareId}`;
  const before = await planerare.get(path);
  const changed = await planerare.send('PATCH', path, { doorMinutes: 4 }, { 'if-match': `"${before.body.version}"` });
  expect([changed.status, changed.body.doorMinutes]).toEqual([200, 4]);
  const { body } = await legBetween('B1-a', 'B2-a', 'mode=gang&onDate=2026-07-01');
  expect(body.parts).toContainEqual({ kind: 'measured-door', seconds: 240 });
});

it('does not tell how far away a protected address is to those who may not see it', async () => {
  expect((await legBetween('L-a', 'B3-a')).status).toBe(403);
  expect((await legBetween('L-a', 'B3-a', undefined, 'enhetschef')).status).toBe(200);
});

it('knows nothing of addresses of another unit', async () => {
  expect((await legBetween('L-a', 'B1-b')).status).toBe(404);
});

it('asks for a way of travelling and a date that exist', async () => {
  expect((await legBetween('L-a', 'B1-a', 'mode=hast&onDate=2026-03-02')).status).toBe(422);
  expect((await legBetween('L-a', 'B1-a', 'mode=cykel&onDate=2026-02-30')).status).toBe(422);
});
