import { Anchor, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../app/scope.js';
import { usePageTitle } from './page-title.js';
import styles from './records.module.css';

interface PageHeadProps {
  readonly title: string;
  /** The list this record stands in. */
  readonly back?: { readonly to: string; readonly label: string };
  /** What can be done here. */
  readonly children?: ReactNode;
}

/** The name of the page, also in the browser's tab, and what can be done on it. */
export function PageHead({ title, back, children }: PageHeadProps) {
  const { search } = useLocation();
  usePageTitle(title);
  return (
    <div>
      {back !== undefined && (
        <Anchor component={Link} to={back.to + scopeOf(search)} underline="always" className="rr-no-print">
          ‹ {back.label}
        </Anchor>
      )}
      <div className={styles.head}>
        <Title order={1}>{title}</Title>
        <div className={styles.actions}>{children}</div>
      </div>
    </div>
  );
}

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** The parts of a page, each with an address of its own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const { pathname, search } = useLocation();
  return (
    <nav className={`${styles.tabs} rr-no-print`} aria-label={label}>
      {tabs.map(({ to, label: word }) => (
        <Link key={to} to={to + scopeOf(search)} aria-current={isHere(pathname, to) ? 'page' : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  );
}

const isHere = (pathname: string, to: string): boolean => pathname === to || pathname.startsWith(`${to}/`);

/** Facts of a record: a word and what it is. What is missing stands as a dash. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([word, fact]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{fact ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
