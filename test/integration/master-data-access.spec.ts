import { randomUUID } from 'node:crypto';
import type { Role } from '@hemtjanst/contracts';
import { CANARY, startTwoUnits, type LoggedIn, type TwoUnits, type UnitName } from './two-units.js';

const ROLES: readonly Role[] = ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal', 'admin'];
const OFFICE: readonly Role[] = ['planerare', 'samordnare', 'enhetschef'];
const RANGE = 'from=2026-03-02&to=2026-03-08';

interface Reading {
  readonly path: string;
  readonly allowed: readonly Role[];
}

/** Every reading route of the master data, the orders and the demands. */
const COLLECTIONS: readonly Reading[] = [
  { path: 'settings', allowed: [...OFFICE, 'admin'] },
  { path: 'settings/catalogue', allowed: [...OFFICE, 'admin'] },
  { path: 'settings/history', allowed: [...OFFICE, 'admin'] },
  { path: 'premises', allowed: ROLES },
  { path: 'work-groups', allowed: ROLES },
  { path: 'work-groups/geography', allowed: OFFICE },
  { path: 'work-groups/areas', allowed: [...OFFICE, 'admin'] },
  { path: 'employees', allowed: [...OFFICE, 'admin'] },
  { path: `employee-absences?${RANGE}`, allowed: OFFICE },
  { path: `shifts?${RANGE}`, allowed: [...OFFICE, 'omsorgspersonal'] },
  { path: 'brukare', allowed: OFFICE },
  { path: 'brukare?search=kanarie', allowed: OFFICE },
  { path: `brukare-absences?${RANGE}`, allowed: OFFICE },
  { path: 'ramtid-orders', allowed: OFFICE },
  { path: 'visit-demands?week=2026-W10', allowed: OFFICE },
];

/** Sound bodies: what stands against them in another unit is the unit. */
const WHOLE = {
  premises: { code: 'L9', name: 'Lokal', coordinate: { lat: 57.7, lon: 11.9 } },
  'work-groups': { code: 'G9', name: 'Grupp', premisesId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' },
};

describe('who reaches what in two units', () => {
  let app: TwoUnits;
  const clients = new Map<string, LoggedIn>();
  const ids = { a: new Map<string, string>(), b: new Map<string, string>() };

  beforeAll(async () => {
    app = await startTwoUnits();
    for (const name of ['a', 'b'] as const) {
      for (const role of ROLES) {
        clients.set(`${role} ${name}`, await app.as(role, name, role === 'omsorgspersonal' ? `E1-${name}` : undefined));
      }
      for (const [table, code] of [
        ['employee', 'E1'],
        ['shift', 'P1'],
        ['brukare', 'B1'],
        ['ramtid_order', 'O1'],
        ['work_group', 'G'],
        ['premises', 'L'],
      ] as const) {
        ids[name].set(table, await app.idOf(table, `${code}-${name}`));
      }
    }
  });
  afterAll(() => app.close());

  const client = (role: Role, unit: UnitName): LoggedIn => {
    const found = clients.get(`${role} ${unit}`);
    if (found === undefined) throw new Error(`no ${role} in ${unit}`);
    return found;
  };
  const idOf = (unit: UnitName, table: string): string => ids[unit].get(table) ?? '';
  const singles = (unit: UnitName): readonly string[] => [
    `employees/${idOf(unit, 'employee')}`,
    `brukare/${idOf(unit, 'brukare')}`,
    `ramtid-orders/${idOf(unit, 'ramtid_order')}`,
    `ramtid-orders/${idOf(unit, 'ramtid_order')}/genomforandeplan`,
    `ramtid-orders/${idOf(unit, 'ramtid_order')}/visit-pattern-proposal`,
    `ramtid-orders/${idOf(unit, 'ramtid_order')}/balance?month=2026-03`,
  ];

  it.each(ROLES)('shows the %s of a unit what the role may see of it, and 403 for the rest', async (role) => {
    for (const { path, allowed } of COLLECTIONS) {
      const answer = await client(role, 'a').get(`/api/units/${app.unitIds.a}/${path}`);
      expect([path, answer.status]).toEqual([path, allowed.includes(role) ? 200 : 403]);
    }
  });

  it.each(ROLES)('never shows the %s of one unit a word of the other', async (role) => {
    const me = client(role, 'a');
    const answers = [await me.get('/api/units')];
    for (const unit of [app.unitIds.a, app.unitIds.b]) {
      for (const path of [...COLLECTIONS.map(({ path }) => path), ...singles('a'), ...singles('b')]) {
        answers.push(await me.get(`/api/units/${unit}/${path}`));
      }
    }
    expect(answers.length).toBeGreaterThan(45);
    for (const { status, body, headers } of answers) {
      expect(status).toBeLessThan(500);
      expect(JSON.stringify([body, [...headers]])).not.toContain(CANARY.b);
    }
  });

  it.each(ROLES)(
    'answers the %s 404 (or 403 by role) for the other unit and for its records under the own unit',
    async (role) => {
      const me = client(role, 'a');
      for (const { path, allowed } of COLLECTIONS) {
        const { status } = await me.get(`/api/units/${app.unitIds.b}/${path}`);
        expect([path, status]).toEqual([path, allowed.includes(role) ? 404 : 403]);
      }
      for (const path of singles('b')) {
        expect([404, 403]).toContain((await me.get(`/api/units/${app.unitIds.a}/${path}`)).status);
      }
    },
  );

  it.each(ROLES)('lets the %s change premises and groups of the own unit by role, of the other never', async (role) => {
    const me = client(role, 'a');
    const isAllowed = ['samordnare', 'enhetschef', 'admin'].includes(role);
    // What is sent is refused before anything is saved: nothing changes between the roles.
    const calls = [
      ['POST', 'premises', {}, 422],
      ['PATCH', `premises/${idOf('a', 'premises')}`, { name: 'Ny' }, 412],
      ['POST', 'work-groups', {}, 422],
      ['PATCH', `work-groups/${idOf('a', 'work_group')}`, { name: 'Ny' }, 412],
      ['PUT', `work-groups/${idOf('a', 'work_group')}/area`, { area: null }, 412],
    ] as const;
    for (const [method, path, body, refusal] of calls) {
      const send = (unit: UnitName, way: string, sent: object = body) =>
        me.send(method, `/api/units/${app.unitIds[unit]}/${way}`, sent, {
          'if-match': '"999"',
          'idempotency-key': randomUUID(),
        });
      expect([path, (await send('a', path)).status]).toEqual([path, isAllowed ? refusal : 403]);
      const theirs = path
        .replace(idOf('a', 'premises'), idOf('b', 'premises'))
        .replace(idOf('a', 'work_group'), idOf('b', 'work_group'));
      const whole = path === 'premises' || path === 'work-groups' ? WHOLE[path] : body;
      expect([path, (await send('b', theirs, whole)).status]).toEqual([path, isAllowed ? 404 : 403]);
      if (method !== 'POST') expect((await send('a', theirs)).status).toBe(isAllowed ? 404 : 403);
    }
  });

  it('answers 401 without a session', async () => {
    for (const { path } of COLLECTIONS) {
      expect((await app.get(`/api/units/${app.unitIds.a}/${path}`)).status).toBe(401);
    }
  });

  it('changes nothing in the other unit, whatever the address', async () => {
    const me = client('enhetschef', 'a');
    const before = await app.database.query('SELECT to_jsonb(b) FROM brukare AS b ORDER BY id');
    for (const unit of [app.unitIds.a, app.unitIds.b]) {
      const headers = { 'if-match': '"1"' };
      const changes = [
        await me.send('PATCH', `/api/units/${unit}/brukare/${idOf('b', 'brukare')}`, { isSmoker: true }, headers),
        await me.send('PATCH', `/api/units/${unit}/employees/${idOf('b', 'employee')}`, { mode: 'bil' }, headers),
        await me.send('PATCH', `/api/units/${unit}/shifts/${idOf('b', 'shift')}`, { breakMinutes: 60 }, headers),
        await me.send(
          'PATCH',
          `/api/units/${unit}/ramtid-orders/${idOf('b', 'ramtid_order')}`,
          { hoursPerMonth: 1 },
          headers,
        ),
      ];
      expect(changes.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect(await app.database.query('SELECT to_jsonb(b) FROM brukare AS b ORDER BY id')).toEqual(before);
  });

  it("refuses another unit's group or kontaktman in a body as unknown", async () => {
    const answer = await client('enhetschef', 'a').send(
      'PATCH',
      `/api/units/${app.unitIds.a}/brukare/${idOf('a', 'brukare')}`,
      { workGroupId: idOf('b', 'work_group'), kontaktmanId: idOf('b', 'employee') },
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual(['/workGroupId okand-referens', '/kontaktmanId okand-referens']);
  });

  it('cannot point across units even in SQL', async () => {
    const sql = 'UPDATE brukare SET kontaktman_id = $1 WHERE id = $2';
    await expect(app.database.query(sql, [idOf('b', 'employee'), idOf('a', 'brukare')])).rejects.toMatchObject({
      code: '23503',
    });
  });

  it('shows an employee the own shifts only, and the brukare he or she is kontaktman of', async () => {
    const kontaktman = client('omsorgspersonal', 'a');
    const colleague = await app.as('omsorgspersonal', 'a', 'E2-a');
    const shifts = await kontaktman.get(`/api/units/${app.unitIds.a}/shifts?${RANGE}`);
    expect(shifts.body.items.map(({ code }: { code: string }) => code)).toEqual(['P1-a']);
    const address = `/api/units/${app.unitIds.a}/brukare/${idOf('a', 'brukare')}`;
    expect((await kontaktman.get(address)).status).toBe(200);
    expect((await colleague.get(address)).status).toBe(404);
    const plan = `/api/units/${app.unitIds.a}/ramtid-orders/${idOf('a', 'ramtid_order')}/genomforandeplan`;
    expect((await kontaktman.get(plan)).status).toBe(200);
    expect((await colleague.get(plan)).status).toBe(404);
  });

  it('shows who a protected brukare is to the enhetschef and the kontaktman, and an alias to everybody else', async () => {
    const address = `/api/units/${app.unitIds.a}/brukare/${await app.idOf('brukare', 'B3-a')}`;
    for (const role of ['enhetschef', 'omsorgspersonal'] as const) {
      const { body } = await client(role, 'a').get(address);
      expect(body).toMatchObject({ name: `Brukare 3 ${CANARY.a}`, address: `Provgatan 3 ${CANARY.a}` });
    }
    for (const role of ['planerare', 'samordnare'] as const) {
      const { body } = await client(role, 'a').get(address);
      expect(body).toMatchObject({ name: 'Skyddad B3-a', address: null, coordinate: null, birthYear: null });
      const list = await client(role, 'a').get(`/api/units/${app.unitIds.a}/brukare`);
      expect(JSON.stringify(list.body)).not.toContain('Provgatan 3');
      const found = await client(role, 'a').get(`/api/units/${app.unitIds.a}/brukare?search=brukare%203`);
      expect(found.body.items).toEqual([]);
      const map = await client(role, 'a').get(`/api/units/${app.unitIds.a}/work-groups/geography`);
      expect(JSON.stringify(map.body)).not.toContain('57.703');
      const change = await client(role, 'a').send('PATCH', address, { isProtected: false }, { 'if-match': '"1"' });
      expect(change.status).toBe(403);
    }
  });

  it('leaves one audit line for each brukare a list shows, and shows nothing when the log cannot be written', async () => {
    const count = async () => {
      const [row] = await app.database.query<{ lines: number }>(
        `SELECT count(*)::int AS lines FROM audit_line WHERE record_kind = 'brukare' AND action = 'las'`,
      );
      return row?.lines ?? 0;
    };
    const before = await count();
    const me = client('planerare', 'a');
    await me.get(`/api/units/${app.unitIds.a}/brukare`);
    expect((await count()) - before).toBe(3);
    await me.get(`/api/units/${app.unitIds.a}/brukare/${idOf('a', 'brukare')}`);
    expect((await count()) - before).toBe(4);
    await app.database.query('ALTER TABLE audit_line RENAME TO audit_line_away');
    const closed = await me.get(`/api/units/${app.unitIds.a}/brukare/${idOf('a', 'brukare')}`);
    await app.database.query('ALTER TABLE audit_line_away RENAME TO audit_line');
    expect(closed.status).toBe(500);
    expect(JSON.stringify(closed.body)).not.toContain(CANARY.a);
  });
});

describe('the description of the API', () => {
  it('names every route of the master data, the orders and the demands with what it takes and gives', async () => {
    const app = await startTwoUnits();
    const { body } = await app.get('/docs-json');
    await app.close();
    const routes = Object.keys(body.paths).map((path) => path.replace('/api/units/{unitId}/', ''));
    expect(routes).toEqual(expect.arrayContaining(COLLECTIONS.map(({ path }) => path.split('?')[0])));
    const created = body.paths['/api/units/{unitId}/ramtid-orders'].post;
    expect(created.requestBody.content['application/json'].schema.required).toEqual(
      expect.arrayContaining(['code', 'brukareId', 'from', 'hoursPerMonth', 'insatser']),
    );
    expect(created.responses['201'].content['application/json'].schema.properties.version.type).toBe('integer');
  });
});
