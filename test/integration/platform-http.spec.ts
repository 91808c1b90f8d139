import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';
import { ProbeModule } from '../support/probe.module.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const GOOD = { name: 'Post', minutes: 30 };

let app: TestApp;
let planerare: TestClient & { readonly token: string };
let unitId: string;

beforeAll(async () => {
  app = await startTestApp({ modules: [ProbeModule] });
  unitId = await app.createUnit();
  planerare = await app.logIn({ roles: ['planerare'], unitIds: [unitId] });
});

afterAll(() => app.close());

/** The form every refusal has (reliability.md d). */
function expectProblem(answer: TestAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.type]).toEqual([status, `/problem/${code}`]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ status, instance: `/req/${answer.headers.get('x-request-id')}` });
  expect(answer.body.title).toEqual(expect.any(String));
}

describe('bad requests of every kind', () => {
  it('answers a good request', async () => {
    expect(await planerare.send('POST', '/api/probe', GOOD)).toMatchObject({ status: 201, body: GOOD });
  });

  it.each([
    ['a broken %-code', '/api/probe/units/%E0%A4%A', 400, 'ogiltig-adress'],
    ['NUL in the path', '/api/probe/units/%00', 400, 'ogiltig-adress'],
    ['an address over 8 kB', `/api/me?x=${'a'.repeat(9000)}`, 414, 'for-lang-adress'],
    ['an unknown address', '/api/finns-inte', 404, 'finns-inte'],
    ['an id that is no UUID', '/api/probe/units/17', 400, 'ogiltigt-varde'],
    ['page size -1', '/api/probe/units/:unit?size=-1', 422, 'validering'],
    ['page size 10 000', '/api/probe/units/:unit?size=10000', 422, 'validering'],
    ['an unknown query field', '/api/probe/units/:unit?sort=name', 400, 'okant-falt'],
    ['someone else’s unit', `/api/probe/units/${randomUUID()}`, 404, 'finns-inte'],
  ])('refuses %s', async (_what, path, status, code) => {
    expectProblem(await planerare.get(path.replace(':unit', unitId)), status, code);
  });

  it('names the methods that exist when the method is wrong', async () => {
    const answer = await planerare.send('DELETE', '/api/probe');
    expectProblem(answer, 405, 'fel-metod');
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await planerare.send('POST', '/api/me')).headers.get('allow')).toBe('GET, HEAD');
  });

  it('refuses a caller who accepts only XML', async () => {
    expectProblem(await planerare.get('/api/me', { accept: 'application/xml' }), 406, 'fel-svarsformat');
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['a tab-damaged type', 'application/json\t; charset=utf-8'],
    ['another charset', 'application/json; charset=iso-8859-1'],
    ['a type that only looks like JSON', 'application/jsonx'],
  ])('refuses a body sent as %s', async (_what, type) => {
    expectProblem(
      await planerare.send('POST', '/api/probe', JSON.stringify(GOOD), { 'content-type': type }),
      415,
      'fel-innehallstyp',
    );
  });

  it.each([
    ['half a text', '{"name":"Post"'],
    ['nothing but null', 'null'],
    ['a number', '17'],
    ['an array', '[{"name":"Post","minutes":30}]'],
    ['the same key twice', '{"name":"Post","minutes":30,"name":"Annan"}'],
    ['the same key twice, once escaped', '{"name":"Post","minutes":30,"\\u006eame":"Annan"}'],
    ['__proto__', '{"name":"Post","minutes":30,"__proto__":{"admin":true}}'],
    ['50 000 brackets', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['33 levels', `{"name":${'['.repeat(32)}1${']'.repeat(32)}}`],
  ])('refuses a body that is %s', async (_what, body) => {
    expectProblem(await planerare.send('POST', '/api/probe', body, JSON_TYPE), 400, 'ogiltig-json');
  });

  it('refuses an empty body where one is needed', async () => {
    expectProblem(await planerare.send('POST', '/api/probe', undefined, JSON_TYPE), 400, 'ogiltig-json');
  });

  it('refuses a body that is not UTF-8', async () => {
    const answer = await fetch(`${app.url}/api/probe`, {
      method: 'POST',
      headers: { ...JSON_TYPE, authorization: `Bearer ${planerare.token}` },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { type: '/problem/ogiltig-json' }]);
  });

  it('refuses more than 256 kB', async () => {
    const answer = await planerare.send('POST', '/api/probe', { name: 'a'.repeat(300_000), minutes: 1 });
    expectProblem(answer, 413, 'for-stort');
  });

  it.each([
    ['an integer beyond 2^53', '{"name":"Post","minutes":9007199254740993}', 'ogiltigt-varde'],
    ['1e309', '{"name":"Post","minutes":1e309}', 'ogiltigt-varde'],
    ['-0', '{"name":"Post","minutes":-0}', 'ogiltigt-varde'],
    ['NUL in a text', '{"name":"a\\u0000b","minutes":1}', 'ogiltigt-tecken'],
    ['half a surrogate pair', '{"name":"a\\ud83d","minutes":1}', 'ogiltigt-tecken'],
    ['a right-to-left override', '{"name":"a\\u202eb","minutes":1}', 'ogiltigt-tecken'],
    ['10 000 characters', `{"name":"${'a'.repeat(10_000)}","minutes":1}`, 'for-lang-text'],
    ['only spaces', '{"name":"   ","minutes":1}', 'utanfor-grans'],
    ['a missing field', '{"name":"Post"}', 'saknas'],
    ['a text for a number', '{"name":"Post","minutes":"30"}', 'ogiltigt-varde'],
    ['a value out of range', '{"name":"Post","minutes":601}', 'utanfor-grans'],
  ])('refuses %s with a pointer to it', async (_what, body, code) => {
    const answer = await planerare.send('POST', '/api/probe', body, JSON_TYPE);
    expectProblem(answer, 422, 'validering');
    expect(answer.body.errors[0]).toMatchObject({ code, pointer: expect.stringMatching(/^\/(name|minutes)$/) });
  });

  it('reports every fault at once and repeats nothing that was sent', async () => {
    const answer = await planerare.send('POST', '/api/probe', { name: '', minutes: 'Anna Andersson' });
    expect(answer.body.errors).toHaveLength(2);
    expect(JSON.stringify(answer.body)).not.toContain('Anna');
  });

  it('refuses fields nobody asked for', async () => {
    const answer = await planerare.send('POST', '/api/probe', { ...GOOD, role: 'admin' });
    expectProblem(answer, 400, 'okant-falt');
    expect(answer.body.errors).toEqual([{ pointer: '/role', code: 'okant-falt', detail: 'Fältet finns inte.' }]);
  });

  it('stores letters with combining marks as single letters', async () => {
    const answer = await planerare.send('POST', '/api/probe', { name: 'A\u030asa', minutes: 1 });
    expect(answer.body.name).toBe('\u00c5sa');
  });

  it('answers a request line that is not HTTP with 400 and lives on', async () => {
    const reply = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () =>
        socket.write('GE\u0000T / HTTP/1.1\r\n\r\n'),
      );
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(reply).toMatch(/^HTTP\/1\.1 400/);
    expect((await app.get('/health')).status).toBe(200);
  });
});

describe('rights', () => {
  it('refuses a route that forgot to say who may call it', async () => {
    expectProblem(await planerare.get('/api/probe/forgotten'), 403, 'saknar-ratt');
  });

  it('answers 401 without login, 403 without the role, 404 for what is not yours', async () => {
    const path = `/api/probe/units/${unitId}`;
    const employee = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unitId] });
    const elsewhere = await app.logIn({ roles: ['planerare'], unitIds: [await app.createUnit()] });
    expectProblem(await app.get(path), 401, 'ej-inloggad');
    expectProblem(await employee.get(path), 403, 'saknar-ratt');
    expectProblem(await elsewhere.get(path), 404, 'finns-inte');
    expect((await planerare.get(path)).status).toBe(200);
  });

  it('refuses a token that was never given', async () => {
    const headers = { authorization: `Bearer ${'A'.repeat(43)}` };
    expectProblem(await app.get('/api/me', headers), 401, 'ej-inloggad');
  });
});

describe('versions', () => {
  it('asks for the version that is to be changed', async () => {
    expectProblem(await planerare.send('PUT', '/api/probe/versioned'), 428, 'version-saknas');
  });

  it('refuses an old version and tells the current one', async () => {
    const answer = await planerare.send('PUT', '/api/probe/versioned', undefined, { 'if-match': '"6"' });
    expectProblem(answer, 412, 'andrad-av-annan');
    expect(answer.body.currentVersion).toBe(7);
    expect(answer.headers.get('etag')).toBe('"7"');
  });

  it('lets no browser keep an answer: what it says may change while its version does not', async () => {
    expect((await planerare.get('/api/me')).headers.get('cache-control')).toBe('no-store');
  });

  it('accepts the current version and gives the new one as ETag', async () => {
    const answer = await planerare.send('PUT', '/api/probe/versioned', undefined, { 'if-match': '"7"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"8"']);
  });
});

describe('the same request twice', () => {
  it('needs a key', async () => {
    expectProblem(await planerare.send('POST', '/api/probe/once', GOOD), 400, 'idempotensnyckel-saknas');
  });

  it('has one effect and gives the first answer again', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await planerare.send('POST', '/api/probe/once', GOOD, key);
    const second = await planerare.send('POST', '/api/probe/once', GOOD, key);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('is refused when the key came with something else before', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await planerare.send('POST', '/api/probe/once', GOOD, key);
    const other = await planerare.send('POST', '/api/probe/once', { ...GOOD, minutes: 31 }, key);
    expectProblem(other, 422, 'idempotensnyckel-ateranvand');
  });

  it('has one effect when 20 come at once: the others hear that it is running, or get the answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { name: 'samtidigt', minutes: 300 };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => planerare.send('POST', '/api/probe/once', body, key)),
    );
    const ids = new Set(answers.filter(({ status }) => status === 201).map((answer) => String(answer.body.id)));
    expect(ids.size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409 || status === 503)).toBe(true);
    const rows = await app.database.query(`SELECT 1 FROM unit WHERE code LIKE 'samtidigt-%'`);
    expect(rows).toHaveLength(1);
  });

  it('may be tried again after a failure, which left nothing behind', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const failing = { name: 'fail', minutes: 1 };
    expect((await planerare.send('POST', '/api/probe/once', failing, key)).status).toBe(500);
    expect((await planerare.send('POST', '/api/probe/once', failing, key)).status).toBe(500);
    expect(await app.database.query(`SELECT 1 FROM unit WHERE code LIKE 'fail-%'`)).toEqual([]);
  });
});

describe('faults inside', () => {
  it('reveals nothing of an unforeseen error', async () => {
    const answer = await planerare.get('/api/probe/crash');
    expectProblem(answer, 500, 'internt-fel');
    expect(JSON.stringify(answer.body)).not.toMatch(/Anna|TypeError|\.ts/);
  });

  it.each([
    ["SELECT 'x'::uuid", 422, 'validering'],
    ["SELECT '99999999999'::int4", 422, 'validering'],
    ["SELECT '2026-02-30'::date", 422, 'validering'],
    ["INSERT INTO unit (code, name) VALUES ('dubbel', 'a'), ('dubbel', 'b')", 409, 'finns-redan'],
    [`INSERT INTO account_unit SELECT gen_random_uuid(), gen_random_uuid()`, 409, 'bruten-koppling'],
    ["DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$", 503, 'tillfalligt-otillgangligt'],
    ["DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$", 503, 'tillfalligt-otillgangligt'],
    ['SELECT pg_sleep(20)', 503, 'tillfalligt-otillgangligt'],
    ['SELECT nothing FROM nowhere', 500, 'internt-fel'],
  ])('turns what PostgreSQL says about %s into %i', async (statement, status, code) => {
    const answer = await planerare.get(`/api/probe/sql?statement=${encodeURIComponent(statement)}`);
    expectProblem(answer, status, code);
    expect(answer.headers.get('retry-after') !== null).toBe(status === 503);
  });
});

describe('streams of events', () => {
  async function open(
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; text: string; close(): void }> {
    const abort = new AbortController();
    const answer = await fetch(`${app.url}/api/probe/stream`, {
      headers: { authorization: `Bearer ${planerare.token}`, accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    return { status: answer.status, text: Buffer.from(first?.value ?? []).toString(), close: () => abort.abort() };
  }

  it('numbers its events, and says "resync" to an id it cannot go on from', async () => {
    const known = await open({ 'last-event-id': 'n-3' });
    const unknown = await open({ 'last-event-id': 'gammalt' });
    expect(known.text).toMatch(/^id: n-0\nevent: count\ndata: {"count":0}/);
    expect(unknown.text).toMatch(/^event: resync/);
    known.close();
    unknown.close();
  });

  it('allows three per account and frees the place of one that left', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const streams = [await open(), await open(), await open()];
    expect((await open()).status).toBe(429);
    streams[0]?.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const next = await open();
    expect(next.status).toBe(200);
    for (const stream of [...streams, next]) stream.close();
  });
});

describe('headers of every answer', () => {
  it('lets pages talk to this address only, and hides what the server is made of', async () => {
    const { headers } = await app.get('/health');
    expect(headers.get('content-security-policy')).toMatch(/connect-src 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
