import { startTestApp, TEST_PASSWORD, type TestApp } from '../support/app.js';

describe('who may do what', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });

  afterAll(() => app.close());

  it('refuses every route without login, except the ones listed here', async () => {
    const { body: description } = await app.get('/docs-json');
    const open: string[] = [];
    for (const [path, methods] of Object.entries<object>(description.paths)) {
      for (const method of Object.keys(methods)) {
        const address = path.replaceAll(/\{\w+\}/g, '5d2f8c1e-8f2b-4a53-9d80-0d8a2f7b6c11');
        const { status } = await app.send(method.toUpperCase(), address);
        if (status !== 401) open.push(`${method.toUpperCase()} ${path}`);
      }
    }
    expect(open.sort()).toEqual([
      // A calendar program cannot log in: the secret in the address is the key.
      'GET /api/calendar-feeds/{secret}',
      'GET /health',
      'GET /health/ready',
      'POST /api/sessions',
    ]);
  });

  it('lets a person log in, says who it is, and forgets the session at once on logout', async () => {
    const unitId = await app.createUnit('nord');
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    const me = await planerare.get('/api/me');
    expect(me.body).toMatchObject({ roles: ['planerare'], units: [{ id: unitId, code: 'nord' }], employeeId: null });
    expect((await planerare.send('DELETE', '/api/sessions/current')).status).toBe(204);
    expect((await planerare.get('/api/me')).status).toBe(401);
  });

  it('sets the session as a cookie scripts cannot read, and accepts it', async () => {
    const { username } = await app.logIn({ roles: ['planerare'], unitIds: [] });
    const answer = await app.send('POST', '/api/sessions', { username, password: TEST_PASSWORD });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect((await app.get('/api/me', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });

  it('refuses a change that a page of another site sends with our cookie', async () => {
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [] });
    const answer = await planerare.send('DELETE', '/api/sessions/current', undefined, {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(403);
  });

  it('refuses what waits on a phone of one account while another is logged in', async () => {
    const unitId = await app.createUnit();
    const [anna, bo] = [
      await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unitId] }),
      await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unitId] }),
    ];
    const asAnna = { 'ramrutt-account': anna.accountId };
    expect((await anna.get('/api/me', asAnna)).status).toBe(200);
    expect(await bo.get('/api/me', asAnna)).toMatchObject({
      status: 409,
      body: { type: '/problem/annan-inloggning' },
    });
  });

  it('keeps only the hash of the token', async () => {
    const { token } = await app.logIn({ roles: ['planerare'], unitIds: [] });
    const rows = await app.database.query<{ hash: string }>(`SELECT encode(token_hash, 'escape') AS hash FROM session`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => row.hash.includes(token))).toBe(false);
  });

  it('ends a session after 60 idle minutes and after 12 hours', async () => {
    const idle = await app.logIn({ roles: ['planerare'], unitIds: [] });
    await app.database.query(`UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE account_id = $1`, [
      idle.accountId,
    ]);
    expect((await idle.get('/api/me')).status).toBe(401);
    const old = await app.logIn({ roles: ['planerare'], unitIds: [] });
    await app.database.query(
      `UPDATE session SET created_at = now() - interval '12 hours', expires_at = now() WHERE account_id = $1`,
      [old.accountId],
    );
    expect((await old.get('/api/me')).status).toBe(401);
  });

  it('refuses a disabled account at its next request', async () => {
    const leaver = await app.logIn({ roles: ['samordnare'], unitIds: [] });
    await app.database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [leaver.accountId]);
    expect((await leaver.get('/api/me')).status).toBe(401);
  });

  it('answers a wrong password and an unknown name alike, and stops guessing after ten tries', async () => {
    const { username } = await app.logIn({ roles: ['planerare'], unitIds: [] });
    const wrong = await app.send('POST', '/api/sessions', { username, password: 'fel' });
    const unknown = await app.send('POST', '/api/sessions', { username: 'finns-inte-alls', password: 'fel' });
    expect([wrong.status, wrong.body.type]).toEqual([401, '/problem/fel-inloggning']);
    expect([unknown.status, unknown.body.type]).toEqual([401, '/problem/fel-inloggning']);
    for (let attempt = 2; attempt <= 10; attempt += 1) {
      await app.send('POST', '/api/sessions', { username, password: 'fel' });
    }
    const stopped = await app.send('POST', '/api/sessions', { username, password: TEST_PASSWORD });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the audit log', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });

  afterAll(() => app.close());

  it('is read by the enhetschef of the unit; for another unit it does not exist; a planerare may not', async () => {
    const [own, other] = [await app.createUnit(), await app.createUnit()];
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [own] });
    const planerare = await app.logIn({ roles: ['planerare'], unitIds: [own] });
    expect((await enhetschef.get(`/api/units/${own}/audit-lines`)).body).toMatchObject({
      items: [],
      total: 0,
      page: 1,
    });
    expect((await enhetschef.get(`/api/units/${other}/audit-lines`)).status).toBe(404);
    expect((await planerare.get(`/api/units/${own}/audit-lines`)).status).toBe(403);
  });

  it('is searched by who, what was done, with what and on which days', async () => {
    const unitId = await app.createUnit();
    const [chef, admin] = [
      await app.logIn({ roles: ['enhetschef'], unitIds: [unitId] }),
      await app.logIn({ roles: ['admin'], unitIds: [unitId] }),
    ];
    const path = `/api/units/${unitId}/audit-lines`;
    await chef.get(path);
    await admin.get(path);
    const total = async (query: string): Promise<number> => (await chef.get(`${path}?${query}`)).body.total;
    // Each reading is itself a line: those of the chef grow while they are counted, those of the admin do not.
    expect(await total(`accountId=${admin.accountId}`)).toBe(1);
    expect(await total(`accountId=${admin.accountId}&action=las&recordKind=audit-log`)).toBe(1);
    expect(await total('action=publicera')).toBe(0);
    expect(await total('recordKind=brukare')).toBe(0);
    // In Sweden, where the log's days begin at midnight.
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
    expect(await total(`accountId=${admin.accountId}&from=${today}&to=${today}`)).toBe(1);
    expect(await total('to=2020-12-31')).toBe(0);
    expect(await total('from=2099-01-01')).toBe(0);
    expect((await chef.get(`${path}?action=L%C3%84S`)).status).toBe(422);
    const readers = await chef.get(`${path}/readers`);
    expect(readers.body.items.map(({ accountId }: { accountId: string }) => accountId).sort()).toEqual(
      [chef.accountId, admin.accountId].sort(),
    );
  });

  it('tells who may be in it only to those who may read it', async () => {
    const [own, other] = [await app.createUnit(), await app.createUnit()];
    for (const [role, status] of [
      ['planerare', 403],
      ['samordnare', 403],
      ['omsorgspersonal', 403],
      ['enhetschef', 200],
      ['admin', 200],
    ] as const) {
      const client = await app.logIn({ roles: [role], unitIds: [own] });
      expect([role, (await client.get(`/api/units/${own}/audit-lines/readers`)).status]).toEqual([role, status]);
      const theirs = (await client.get(`/api/units/${other}/audit-lines/readers`)).status;
      expect([role, theirs]).toEqual([role, status === 200 ? 404 : 403]);
    }
  });

  it('notes that the log itself was read, with the request id', async () => {
    const unitId = await app.createUnit();
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unitId] });
    const first = await enhetschef.get(`/api/units/${unitId}/audit-lines`);
    const second = await enhetschef.get(`/api/units/${unitId}/audit-lines`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0]).toMatchObject({
      accountId: enhetschef.accountId,
      action: 'las',
      recordKind: 'audit-log',
      requestId: first.headers.get('x-request-id'),
    });
  });

  it.each(['UPDATE audit_line SET action = $$annan$$', 'DELETE FROM audit_line', 'TRUNCATE audit_line'])(
    'refuses %s',
    async (sql) => {
      await expect(app.database.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('refuses the reading when the line cannot be written', async () => {
    const unitId = await app.createUnit();
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unitId] });
    await app.database.query('ALTER TABLE audit_line RENAME TO audit_line_away');
    const answer = await enhetschef.get(`/api/units/${unitId}/audit-lines`);
    await app.database.query('ALTER TABLE audit_line_away RENAME TO audit_line');
    expect(answer.status).toBe(500);
    expect(answer.body).not.toHaveProperty('items');
  });
});
