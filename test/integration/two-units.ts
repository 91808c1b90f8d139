import {
  aBrukare,
  aCareUnit,
  anEmployee,
  aPremises,
  aRamtidOrder,
  aShift,
  aVisitTemplate,
  aWorkGroup,
  clock,
  localDate,
  minutes,
  type CareUnit,
} from '@hemtjanst/domain';
import type { Role } from '@hemtjanst/contracts';
import { writeUnitFiles } from '../../src/unit-folder/write-unit-folder.js';
import { startTestApp, type TestAnswer, type TestApp, type TestClient } from '../support/app.js';

/** A word that stands in every text of one unit, and must never be seen from the other. */
export const CANARY = { a: 'kanarieA', b: 'kanarieB' } as const;
export type UnitName = keyof typeof CANARY;

/** Three brukare (one protected), three employees, a week of shifts; every text carries the unit's canary. */
export function unitWithCanary(name: UnitName): CareUnit {
  const word = CANARY[name];
  return aCareUnit({
    name: `Enhet ${word}`,
    premises: [aPremises({ id: `L-${name}`, name: `Lokal ${word}`, address: `Lokalgatan ${word}` })],
    workGroups: [aWorkGroup({ id: `G-${name}`, name: `Grupp ${word}`, premisesId: `L-${name}` })],
    employees: [1, 2, 3].map((number) =>
      anEmployee({
        id: `E${number}-${name}`,
        name: `Medarbetare ${number} ${word}`,
        workGroupId: `G-${name}`,
        title: number === 3 ? 'vardbitrade' : 'underskoterska',
      }),
    ),
    brukare: [1, 2, 3].map((number) =>
      aBrukare({
        id: `B${number}-${name}`,
        name: `Brukare ${number} ${word}`,
        address: `Provgatan ${number} ${word}`,
        coordinate: { lat: 57.7 + number / 1000, lon: 11.95 },
        workGroupId: `G-${name}`,
        kontaktmanId: `E1-${name}`,
        bannedEmployeeIds: number === 2 ? [`E3-${name}`] : [],
        isProtected: number === 3,
      }),
    ),
    orders: [1, 2, 3].map((number) =>
      aRamtidOrder({
        id: `O${number}-${name}`,
        brukareId: `B${number}-${name}`,
        from: localDate('2026-01-01'),
        hoursPerMonth: 20,
        insatser: ['morgon', 'kvall'],
        goal: `Mål ${word}`,
      }),
    ),
    templates: [1, 2].map((number) =>
      aVisitTemplate({ id: `M${number}-${name}`, orderId: `O${number}-${name}`, serviceMinutes: minutes(30) }),
    ),
    shifts: [1, 2, 3].map((number) =>
      aShift({
        id: `P${number}-${name}`,
        employeeId: `E${number}-${name}`,
        onDate: localDate('2026-03-02'),
        startsAt: clock('07:00'),
        endsAt: clock('16:00'),
        premisesId: `L-${name}`,
        workGroupId: `G-${name}`,
      }),
    ),
    absences: [
      {
        person: { kind: 'brukare', id: `B1-${name}` },
        fromDate: localDate('2026-03-04'),
        fromMinute: clock('00:00'),
        toDate: localDate('2026-03-05'),
        toMinute: clock('24:00'),
        reason: `Borta ${word}`,
      },
    ],
    history: [
      {
        brukareId: `B1-${name}`,
        employeeId: `E1-${name}`,
        onDate: localDate('2026-02-27'),
        startsAt: clock('08:00'),
        endsAt: clock('08:30'),
        kind: 'besok',
      },
    ],
  });
}

export type LoggedIn = Awaited<ReturnType<TestApp['logIn']>>;

export interface TwoUnits extends TestApp {
  readonly unitIds: Readonly<Record<UnitName, string>>;
  as(role: Role, unit: UnitName, employeeCode?: string): Promise<LoggedIn>;
  /** Database id of a record of a unit, by its own number. */
  idOf(table: string, code: string): Promise<string>;
}

/** The service with two units, each read in from its own folder over HTTP. */
export async function startTwoUnits(): Promise<TwoUnits> {
  const app = await startTestApp();
  const unitIds = { a: await app.createUnit('enhet-a'), b: await app.createUnit('enhet-b') };
  for (const name of ['a', 'b'] as const) {
    const enhetschef = await app.logIn({ roles: ['enhetschef'], unitIds: [unitIds[name]] });
    const answer = await sendFiles(app, enhetschef, unitIds[name], writeUnitFiles(unitWithCanary(name)));
    if (answer.status !== 200) throw new Error(`import: ${JSON.stringify(answer.body)}`);
  }
  const idOf = async (table: string, code: string): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(`SELECT id FROM ${table} WHERE code = $1`, [code]);
    if (row === undefined) throw new Error(`${table} ${code} is not there`);
    return row.id;
  };
  return {
    ...app,
    unitIds,
    idOf,
    as: async (role, unit, employeeCode) =>
      app.logIn({
        roles: [role],
        unitIds: [unitIds[unit]],
        ...(employeeCode === undefined ? {} : { employeeId: await idOf('employee', employeeCode) }),
      }),
  };
}

/** Sends files as a browser's form does. */
export async function sendFiles(
  app: TestApp,
  client: TestClient & { readonly token: string },
  unitId: string,
  files: Iterable<readonly [string, Uint8Array]>,
  query = '',
): Promise<TestAnswer> {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new Blob([new Uint8Array(content)]), name);
  const answer = await fetch(`${app.url}/api/units/${unitId}/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
