import { readFileSync } from 'node:fs';
import type { Role } from '@hemtjanst/contracts';
import { MONDAY, WEEK } from '../../support/flow-unit.js';
import type { SeededUnit } from '../../support/seed-care-unit.js';

/** Every path of the router, read from the router itself, so that a new page cannot be forgotten. */
export function pathsOfRouter(): readonly string[] {
  const router = readFileSync('libs/web/src/app/router.tsx', 'utf8');
  return [...router.matchAll(/path: '(?<path>[^']+)'/g)].map(({ groups }) => groups?.path ?? '');
}

/** A page as somebody sees it. */
export interface RouteVisit {
  readonly path: string;
  readonly address: string;
  /** The buttons that open dialogs. */
  readonly dialogs: readonly (string | RegExp)[];
}

/** Ids that stand in addresses. */
export interface RecordIds {
  readonly unit: SeededUnit;
  readonly brukareId: string;
  readonly orderId: string;
}

const SCOPE = `vecka=${WEEK}&grupp=alla&dag=${MONDAY}&datum=${MONDAY}`;

/** Which role looks at which paths: one that may see the page and do something on it. */
const PATHS_OF: Readonly<Record<Role, readonly string[]>> = {
  planerare: [
    '/',
    '/besok',
    '/vecka',
    '/vecka/restidsrapport',
    '/dag',
    '/listor',
    '/listor/besok',
    '/listor/veckoblad',
    '/listor/kanda-ansikten',
    '/tid',
    '/tid/registreringar',
    '/tid/avvikelser',
    '/tid/stammer-inte',
    '/tid/dorrminuter',
    '/register/pass',
    '/register/franvaro',
    '*',
  ],
  samordnare: [
    '/order',
    '/order/ny',
    '/order/:orderId',
    '/register',
    '/register/brukare',
    '/register/brukare/ny',
    '/register/brukare/:brukareId',
    '/register/medarbetare',
    '/register/dorrtaggar',
    '/register/inlasning',
  ],
  enhetschef: [
    '/uppfoljning',
    '/uppfoljning/underlag',
    '/uppfoljning/apt',
    '/listor/moten',
    '/register/medarbetare/ny',
    '/register/medarbetare/:employeeId',
    '/register/grupper',
    '/register/grupper/:workGroupId/omrade',
    '/installningar',
    '/installningar/enhet',
    '/installningar/historik',
    '/installningar/regler',
    '/installningar/logg',
    '/tillganglighet',
  ],
  admin: ['/installningar/konton', '/installningar/enheter'],
  omsorgspersonal: ['/min-dag'],
};

/** What opens a dialog on a page; more are looked at where their work is done. */
const DIALOGS_ON: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  '/vecka': ['Planera om veckan', 'Versioner', /Tangenter/],
  '/register/pass': ['Nytt pass'],
  '/register/franvaro': ['Ny frånvaro'],
  '/tid/registreringar': [/^Rätta/],
  '/tid/avvikelser': [/^Hantera/],
  '/tid/stammer-inte': [/^Anta det/, /^Avböj/],
  '/listor/moten': ['Nytt möte'],
  '/register/grupper': ['Ny grupp', 'Ny lokal'],
  '/installningar/konton': ['Nytt konto'],
  '/min-dag': ['Karta'],
};

/** The login page is seen by nobody who is logged in. */
export const PATH_OF_LOGIN = '/logga-in';

export const pathsWalked = (): readonly string[] => [PATH_OF_LOGIN, ...Object.values(PATHS_OF).flat()];

/** The pages a role walks through, with the week that is planned. */
export const visitsOf = (role: Role, ids: RecordIds): readonly RouteVisit[] =>
  PATHS_OF[role].map((path) => ({
    path,
    address: addressOf(path, ids),
    dialogs: DIALOGS_ON[path] ?? [],
  }));

function addressOf(path: string, { unit, brukareId, orderId }: RecordIds): string {
  const place = path
    .replace(':brukareId', brukareId)
    .replace(':orderId', orderId)
    .replace(':employeeId', unit.codes.employees.idOf('G1-E1'))
    .replace(':workGroupId', unit.codes.workGroups.idOf('G1'))
    .replace('*', '/finns-inte');
  const choice: Readonly<Record<string, string>> = {
    '/uppfoljning': '&period=month',
    '/uppfoljning/underlag': '&period=month&tal=ordered',
    '/uppfoljning/apt': `&manad=${MONDAY.slice(0, 7)}`,
  };
  return `${place}?${SCOPE}${choice[path] ?? ''}`;
}
