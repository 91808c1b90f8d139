import type { Role } from '@hemtjanst/contracts';

/** The pages of the left rail, in the order of the flow. */
export type PageName = 'week' | 'myDay' | 'followUp';

interface PageRule {
  readonly name: PageName;
  readonly path: string;
  readonly roles: readonly Role[];
}

/** Only what is finished stands here; the service itself refuses whatever a role may not do. */
const PAGES: readonly PageRule[] = [
  { name: 'week', path: '/vecka', roles: ['planerare', 'samordnare', 'enhetschef'] },
  { name: 'myDay', path: '/min-dag', roles: ['omsorgspersonal'] },
  { name: 'followUp', path: '/uppfoljning', roles: ['enhetschef'] },
];

export const pagesFor = (roles: readonly Role[]): readonly PageRule[] =>
  PAGES.filter((page) => page.roles.some((role) => roles.includes(role)));

export const mayPlan = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'planerare' || role === 'samordnare');

export const mayPublish = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'planerare' || role === 'enhetschef');
