import { AppShell, Burger, Group, Menu, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { LoadingState } from '../components/page-state.js';
import { useLogOut } from '../features/accounts/api.js';
import { pagesFor } from '../lib/access.js';
import { useWording } from '../text/texts.js';
import { PreferenceMenu } from './preference-menu.js';
import { ScopeBar } from './scope-bar.js';
import { useCurrentAccount } from './session.js';

const RAIL_WIDTH = 168;

/** Top bar and left rail round every page; with one page only there is nothing to choose and no rail. */
export function Layout() {
  const { texts } = useWording();
  const { roles, displayName } = useCurrentAccount();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname, search } = useLocation();
  const pages = pagesFor(roles);
  const hasRail = pages.length > 1;
  const isOffice = pathname !== '/min-dag' && pages.length > 0;
  return (
    <AppShell
      header={{ height: isOffice ? { base: 136, xs: 96, md: 56 } : 56 }}
      {...(hasRail ? { navbar: { width: RAIL_WIDTH, breakpoint: 'sm', collapsed: { mobile: !isOpen } } } : {})}
      padding={{ base: 'sm', md: 'lg' }}
    >
      <AppShell.Header p="sm">
        <a className="rr-skip" href="#innehall">
          {texts.skipToContent}
        </a>
        <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
          <Group gap="md" align="center">
            {hasRail && (
              <Burger
                opened={isOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={texts.menu}
                aria-expanded={isOpen}
              />
            )}
            <Text component={Link} to="/" fw={700} c="var(--mantine-color-anchor)" td="none">
              {texts.product}
            </Text>
            {isOffice && <ScopeBar />}
          </Group>
          <AccountMenu name={displayName} />
        </Group>
      </AppShell.Header>
      {hasRail && (
        <AppShell.Navbar p="sm" aria-label={texts.menu}>
          <ScrollArea>
            {pages.map(({ name, path }) => (
              <NavLink
                key={name}
                component={Link}
                to={path + search}
                label={texts.pages[name]}
                active={pathname === path}
                aria-current={pathname === path ? 'page' : undefined}
                variant="filled"
                onClick={close}
              />
            ))}
          </ScrollArea>
        </AppShell.Navbar>
      )}
      <AppShell.Main id="innehall" tabIndex={-1}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

function AccountMenu({ name }: { readonly name: string }) {
  const { texts } = useWording();
  const logOut = useLogOut();
  const navigate = useNavigate();
  const leave = (): void =>
    logOut.mutate(undefined, { onSettled: () => void navigate('/logga-in', { replace: true }) });
  return (
    <PreferenceMenu label={name}>
      <Menu.Divider />
      <Menu.Item onClick={leave}>{texts.login.logOut}</Menu.Item>
    </PreferenceMenu>
  );
}
