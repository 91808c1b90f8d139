import { Suspense, lazy, useCallback, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { LoadBoundary } from '../components/load-boundary.js';
import { LoadingState } from '../components/page-state.js';
import { useLogOut } from '../features/accounts/api.js';
import { hasAny, isOnPage, pagesFor } from '../lib/access.js';
import { useWording } from '../text/texts.js';
import styles from './layout.module.css';
import { PageIcon } from './page-icons.js';
import { PreferenceMenu } from './preference-menu.js';
import { scopeOf } from './scope.js';
import { useCurrentAccount } from './session.js';

// Only the office has them: a phone does without.
const ScopeBar = lazy(async () => ({ default: (await import('./scope-bar.js')).ScopeBar }));
const SearchBox = lazy(async () => ({ default: (await import('./search-box.js')).SearchBox }));
const LeaveDialog = lazy(async () => ({ default: (await import('../features/accounts/leave-dialog.js')).LeaveDialog }));

/** Top bar and left rail round every page; with one page only there is nothing to choose and no rail. */
export function Layout() {
  const { texts } = useWording();
  const { roles, displayName } = useCurrentAccount();
  const { pathname, search } = useLocation();
  const pages = pagesFor(roles);
  const here = pages.find((page) => isOnPage(pathname, page));
  const isOffice = here !== undefined && here.name !== 'myDay';
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <a className="rr-skip" href="#innehall">
          {texts.skipToContent}
        </a>
        <Link to="/" className={styles.product}>
          {texts.product}
        </Link>
        <div className={styles.scope}>
          <Suspense>
            {isOffice && <ScopeBar hasWeek={here.hasWeek === true} />}
            {isOffice && hasAny(roles, ['planerare', 'samordnare', 'enhetschef']) && <SearchBox />}
          </Suspense>
        </div>
        <AccountMenu name={displayName} />
      </header>
      <div className={styles.below}>
        {pages.length > 1 && (
          <nav className={styles.rail} aria-label={texts.menu}>
            {pages.map((page) => (
              <Link
                key={page.name}
                to={page.path + scopeOf(search)}
                aria-current={isOnPage(pathname, page) ? 'page' : undefined}
              >
                <PageIcon name={page.name} />
                <span>{texts.pages[page.name]}</span>
              </Link>
            ))}
          </nav>
        )}
        <main id="innehall" tabIndex={-1} className={styles.content}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

function AccountMenu({ name }: { readonly name: string }) {
  const { texts } = useWording();
  const { accountId } = useCurrentAccount();
  const { mutate: logOut } = useLogOut();
  const navigate = useNavigate();
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = useCallback(
    (): void => logOut(undefined, { onSettled: () => void navigate('/logga-in', { replace: true }) }),
    [logOut, navigate],
  );
  const stay = (): void => setIsLeaving(false);
  return (
    <>
      <PreferenceMenu label={name}>
        <button type="button" onClick={() => setIsLeaving(true)}>
          {texts.login.logOut}
        </button>
      </PreferenceMenu>
      {isLeaving && (
        <LoadBoundary onClose={stay}>
          <LeaveDialog accountId={accountId} onLeave={leave} onStay={stay} />
        </LoadBoundary>
      )}
    </>
  );
}
