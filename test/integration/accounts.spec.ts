import { AccountsService } from '../../src/modules/accounts/accounts.service.js';
import { aFlowUnit } from '../support/flow-unit.js';
import { startTestApp, type TestApp, type TestClient } from '../support/app.js';
import { seedCareUnit, type SeededUnit } from '../support/seed-care-unit.js';

const PASSWORD = 'tolv-tecken-minst';

describe('units and accounts made by an admin', () => {
  let app: TestApp;
  let own: SeededUnit;
  let other: SeededUnit;
  let admin: TestClient & { readonly accountId: string };

  beforeAll(async () => {
    app = await startTestApp();
    own = await seedCareUnit(app, aFlowUnit('egen'));
    other = await seedCareUnit(app, aFlowUnit('annan'));
    admin = await app.logIn({ roles: ['admin'], unitIds: [own.unitId] });
  });
  afterAll(() => app.close());

  const wish = (override: object = {}) => ({
    username: 'ny.medarbetare',
    displayName: 'Ny Medarbetare',
    roles: ['omsorgspersonal'],
    unitIds: [own.unitId],
    employeeId: own.codes.employees.idOf('G1-E1'),
    password: PASSWORD,
    ...override,
  });
  const logIn = (username: string) => app.send('POST', '/api/sessions', { username, password: PASSWORD });

  it('gives a new unit to the admin who made it, once per code', async () => {
    const made = await admin.post('/api/units', { code: 'ny-enhet', name: 'Ny enhet' });
    expect(made).toMatchObject({ status: 201, body: { code: 'ny-enhet', timeZone: 'Europe/Stockholm' } });
    const { body } = await admin.get('/api/units');
    expect(body.items.map((unit: { id: string }) => unit.id)).toContain(made.body.id);
    expect((await admin.post('/api/units', { code: 'ny-enhet', name: 'En gång till' })).status).toBe(409);
  });

  it('lets a new account in, and shuts it out at once when it is disabled', async () => {
    const made = await admin.post('/api/accounts', wish());
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toContain('password');
    const { body: session } = await logIn('ny.medarbetare');
    const authorization = { authorization: `Bearer ${session.token}` };
    expect((await app.get('/api/me', authorization)).status).toBe(200);
    const path = `/api/accounts/${made.body.id}`;
    expect((await admin.send('PATCH', path, { isDisabled: true })).body).toMatchObject({ isDisabled: true });
    expect((await app.get('/api/me', authorization)).status).toBe(401);
    expect((await logIn('ny.medarbetare')).status).toBe(401);
    await admin.send('PATCH', path, { isDisabled: false });
    expect((await logIn('ny.medarbetare')).status).toBe(201);
  });

  it('refuses a taken username, a short password, another unit and an employee of another unit', async () => {
    expect(await admin.post('/api/accounts', wish())).toMatchObject({
      status: 409,
      body: { type: '/problem/anvandarnamn.upptaget' },
    });
    expect((await admin.post('/api/accounts', wish({ username: 'annan', password: 'kort' }))).status).toBe(422);
    const foreignUnit = await admin.post('/api/accounts', wish({ username: 'annan', unitIds: [other.unitId] }));
    expect(foreignUnit.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/unitIds');
    const employeeId = other.codes.employees.idOf('G1-E1');
    const foreignEmployee = await admin.post('/api/accounts', wish({ username: 'annan', employeeId }));
    expect(foreignEmployee.body.errors).toMatchObject([{ pointer: '/employeeId' }]);
  });

  it('shows and changes only accounts of the own units, and never the own account', async () => {
    const stranger = await app.logIn({ roles: ['planerare'], unitIds: [other.unitId] });
    const { body } = await admin.get('/api/accounts');
    expect(body.items.some(({ id }: { id: string }) => id === stranger.accountId)).toBe(false);
    expect((await admin.send('PATCH', `/api/accounts/${stranger.accountId}`, { isDisabled: true })).status).toBe(404);
    expect((await admin.send('PATCH', `/api/accounts/${admin.accountId}`, { isDisabled: true })).status).toBe(409);
  });

  it('is for admins only', async () => {
    for (const role of ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal'] as const) {
      const client = await app.logIn({ roles: [role], unitIds: [own.unitId] });
      expect((await client.get('/api/accounts')).status).toBe(403);
      expect((await client.post('/api/accounts', wish({ username: `x-${role}` }))).status).toBe(403);
      expect((await client.post('/api/units', { code: `x-${role}`, name: 'X' })).status).toBe(403);
    }
  });

  it('makes a first admin only where there is no account at all', async () => {
    const accounts = app.app.get(AccountsService);
    expect(await accounts.createFirstAdmin('forsta', PASSWORD)).toBe(false);
    const empty = await startTestApp();
    try {
      expect(await empty.app.get(AccountsService).createFirstAdmin('forsta', PASSWORD)).toBe(true);
      const session = await empty.send('POST', '/api/sessions', { username: 'forsta', password: PASSWORD });
      expect(session.status).toBe(201);
    } finally {
      await empty.close();
    }
  });
});
