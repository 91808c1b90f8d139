import type { Role } from '@hemtjanst/contracts';

/** The pages of the left rail, in the order of the flow. */
export type PageName =
  'orders' | 'visits' | 'week' | 'day' | 'lists' | 'myDay' | 'time' | 'followUp' | 'register' | 'settings';

interface PageRule {
  readonly name: PageName;
  /** The page and everything below it, such as `/order` and `/order/<id>`. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** Is the week of the top bar what the page shows? */
  readonly hasWeek?: boolean;
  /** The first page after login, where the role has it. */
  readonly isFirstFor?: readonly Role[];
}

const OFFICE: readonly Role[] = ['planerare', 'samordnare', 'enhetschef'];

/** Only what is finished stands here; the service itself refuses whatever a role may not do. */
const PAGES: readonly PageRule[] = [
  { name: 'orders', path: '/order', roles: OFFICE, isFirstFor: ['samordnare'] },
  { name: 'visits', path: '/besok', roles: OFFICE, hasWeek: true },
  { name: 'week', path: '/vecka', roles: OFFICE, hasWeek: true, isFirstFor: ['planerare'] },
  { name: 'day', path: '/dag', roles: ['planerare', 'samordnare'] },
  { name: 'lists', path: '/listor', roles: OFFICE, hasWeek: true },
  { name: 'myDay', path: '/min-dag', roles: ['omsorgspersonal'], isFirstFor: ['omsorgspersonal'] },
  { name: 'time', path: '/tid', roles: OFFICE },
  { name: 'followUp', path: '/uppfoljning', roles: ['enhetschef'], isFirstFor: ['enhetschef'] },
  { name: 'register', path: '/register', roles: [...OFFICE, 'admin'] },
  { name: 'settings', path: '/installningar', roles: [...OFFICE, 'admin'], isFirstFor: ['admin'] },
];

export const pagesFor = (roles: readonly Role[]): readonly PageRule[] =>
  PAGES.filter((page) => page.roles.some((role) => roles.includes(role)));

/** Where a role does most of its work; an account with several roles begins with the first in the flow. */
export const firstPageFor = (roles: readonly Role[]): PageRule | undefined => {
  const pages = pagesFor(roles);
  return pages.find(({ isFirstFor = [] }) => isFirstFor.some((role) => roles.includes(role))) ?? pages[0];
};

export const isOnPage = (pathname: string, { path }: Pick<PageRule, 'path'>): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);

export const mayPlan = (roles: readonly Role[]): boolean => hasAny(roles, ['planerare', 'samordnare']);

export const mayPublish = (roles: readonly Role[]): boolean => hasAny(roles, ['planerare', 'enhetschef']);

/** May the role do something that these roles may? */
export const hasAny = (roles: readonly Role[], wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
