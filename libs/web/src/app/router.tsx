import { Anchor, Text } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { Link, Navigate, RouterProvider, createBrowserRouter } from 'react-router';
import { EmptyState } from '../components/page-state.js';
import { LoginPage } from '../features/accounts/login-page.js';
import { pagesFor } from '../lib/access.js';
import { useWording } from '../text/texts.js';
import { Layout } from './layout.js';
import { RequireLogin, useCurrentAccount } from './session.js';

// Each page is fetched when it is opened: a phone never loads the planerare's board.
const WeekPage = lazy(async () => ({ default: (await import('../features/weekly-plans/week-page.js')).WeekPage }));
const MyDayPage = lazy(async () => ({ default: (await import('../features/visit-lists/my-day-page.js')).MyDayPage }));
const FollowUpPage = lazy(async () => ({
  default: (await import('../features/efficiency-reports/follow-up-page.js')).FollowUpPage,
}));

const AccessibilityPage = lazy(async () => ({ default: (await import('./accessibility-page.js')).AccessibilityPage }));

const router = createBrowserRouter([
  { path: '/logga-in', element: <LoginPage /> },
  {
    path: '/tillganglighet',
    element: (
      <Suspense>
        <AccessibilityPage />
      </Suspense>
    ),
  },
  {
    element: (
      <RequireLogin>
        <Layout />
      </RequireLogin>
    ),
    children: [
      { path: '/', element: <FirstPage /> },
      { path: '/vecka', element: <WeekPage /> },
      { path: '/min-dag', element: <MyDayPage /> },
      { path: '/uppfoljning', element: <FollowUpPage /> },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);

export function AppRouter() {
  return <RouterProvider router={router} />;
}

/** The first page of the role, in the order of the flow. */
function FirstPage() {
  const { texts } = useWording();
  const [first] = pagesFor(useCurrentAccount().roles);
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <EmptyState title={texts.login.noPages}>
      <Text>{texts.login.noPagesNext}</Text>
      <Anchor href="/docs">/docs</Anchor>
    </EmptyState>
  );
}

function NoSuchPage() {
  const { texts } = useWording();
  return (
    <EmptyState title={texts.common.notFoundTitle}>
      <Text>{texts.common.notFoundText}</Text>
      <Anchor component={Link} to="/">
        {texts.common.toStart}
      </Anchor>
    </EmptyState>
  );
}
