import { startTwoUnits, type LoggedIn, type TwoUnits } from './two-units.js';

describe('premises and work groups written down and changed by hand', () => {
  let app: TwoUnits;
  let samordnare: LoggedIn;
  let base: string;

  beforeAll(async () => {
    app = await startTwoUnits();
    samordnare = await app.as('samordnare', 'a');
    base = `/api/units/${app.unitIds.a}`;
  });
  afterAll(() => app.close());

  const seen = (version: number) => ({ 'if-match': `"${version}"` });
  const premises = { code: 'L-ny', name: 'Nya lokalen', coordinate: { lat: 57.71, lon: 11.96 } };
  const lines = () =>
    app.database.query(
      `SELECT action, record_kind FROM audit_line WHERE record_kind IN ('premises', 'work-group') ORDER BY id`,
    );

  it('makes premises and a group that starts from them, each with its line in the log', async () => {
    const made = await samordnare.post(`${base}/premises`, premises);
    expect(made).toMatchObject({ status: 201, body: { ...premises, address: null, version: 1 } });
    const group = await samordnare.post(`${base}/work-groups`, {
      code: 'G-ny',
      name: 'Nya gruppen',
      premisesId: made.body.id,
    });
    expect(group).toMatchObject({ status: 201, body: { kind: 'ordinarie', hasArea: false, version: 1 } });
    expect(await lines()).toEqual([
      { action: 'skapa', record_kind: 'premises' },
      { action: 'skapa', record_kind: 'work-group' },
    ]);
    const twice = await samordnare.post(`${base}/premises`, premises);
    expect(twice).toMatchObject({ status: 409, body: { type: '/problem/finns-redan' } });
  });

  it('changes what is named, by version, and keeps a drawn area and the number', async () => {
    const id = await app.idOf('work_group', 'G-a');
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [11.9, 57.6],
          [12, 57.6],
          [12, 57.7],
          [11.9, 57.6],
        ],
      ],
    };
    await app.database.query('UPDATE work_group SET area = $1 WHERE id = $2', [JSON.stringify(area), id]);
    const path = `${base}/work-groups/${id}`;
    expect((await samordnare.send('PATCH', path, { name: 'Nytt namn' })).status).toBe(428);
    const changed = await samordnare.send('PATCH', path, { name: 'Nytt namn', kind: 'demens' }, seen(1));
    expect(changed).toMatchObject({
      status: 200,
      body: { code: 'G-a', name: 'Nytt namn', kind: 'demens', hasArea: true, version: 2 },
    });
    expect((await samordnare.send('PATCH', path, { name: 'För sent' }, seen(1))).status).toBe(412);
    expect((await samordnare.send('PATCH', path, { code: 'G-b' }, seen(2))).status).toBe(400);
    const home = `${base}/premises/${await app.idOf('premises', 'L-a')}`;
    const moved = await samordnare.send('PATCH', home, { coordinate: { lat: 57.72, lon: 11.97 } }, seen(1));
    expect(moved).toMatchObject({ status: 200, body: { coordinate: { lat: 57.72, lon: 11.97 }, version: 2 } });
  });

  it('keeps the area that was drawn for a group, by version, and takes it away again', async () => {
    const id = await app.idOf('work_group', 'G-ny');
    const path = `${base}/work-groups/${id}/area`;
    const corners = (...at: readonly [number, number][]) => ({ type: 'Polygon', coordinates: [at] });
    const square = corners([11.9, 57.6], [12, 57.6], [12, 57.7], [11.9, 57.7], [11.9, 57.6]);
    const areaOf = async () =>
      (await samordnare.get(`${base}/work-groups/areas`)).body.items.find(
        ({ workGroupId }: { workGroupId: string }) => workGroupId === id,
      );
    expect(await areaOf()).toEqual({ workGroupId: id, area: null, version: 1 });
    expect((await samordnare.send('PUT', path, { area: square })).status).toBe(428);
    expect(await samordnare.send('PUT', path, { area: square }, seen(1))).toMatchObject({
      status: 200,
      body: { area: square, version: 2 },
    });
    expect(await areaOf()).toMatchObject({ area: square, version: 2 });
    expect((await samordnare.send('PUT', path, { area: null }, seen(1))).status).toBe(412);
    const refused = async (area: object) => {
      const { status, body } = await samordnare.send('PUT', path, { area }, seen(2));
      return [status, body.errors[0].code];
    };
    // Two sides of an hourglass cross each other in the middle.
    const hourglass = corners([11.9, 57.6], [12, 57.7], [12, 57.6], [11.9, 57.7], [11.9, 57.6]);
    expect(await refused(hourglass)).toEqual([422, 'omrade.korsar-sig-sjalv']);
    expect(await refused(corners([11.9, 57.6], [12, 57.6], [12, 57.7], [11.9, 57.7]))).toEqual([422, 'omrade.oppet']);
    expect(await refused(corners([2.3, 48.8], [2.4, 48.8], [2.4, 48.9], [2.3, 48.8]))).toEqual([
      422,
      'koordinat.utanfor-sverige',
    ]);
    expect(await samordnare.send('PUT', path, { area: null }, seen(2))).toMatchObject({ body: { area: null } });
  });

  it('refuses premises of another unit and places outside Sweden', async () => {
    const theirs = await app.idOf('premises', 'L-b');
    const group = { code: 'G-x', name: 'Grupp', premisesId: theirs };
    expect(await samordnare.post(`${base}/work-groups`, group)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/premisesId', code: 'okand-referens' }] },
    });
    const change = await samordnare.send(
      'PATCH',
      `${base}/work-groups/${await app.idOf('work_group', 'G-ny')}`,
      { premisesId: theirs },
      seen(1),
    );
    expect(change.status).toBe(422);
    const abroad = { ...premises, code: 'L-x', coordinate: { lat: 48.8, lon: 2.3 } };
    expect((await samordnare.post(`${base}/premises`, abroad)).status).toBe(422);
  });
});
