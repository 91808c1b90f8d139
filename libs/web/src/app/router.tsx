import { Anchor, Text } from '@mantine/core';
import { Suspense, lazy, type ComponentType } from 'react';
import { Link, Navigate, RouterProvider, createBrowserRouter } from 'react-router';
import { EmptyState } from '../components/page-state.js';
import { LoginPage } from '../features/accounts/login-page.js';
import { firstPageFor } from '../lib/access.js';
import { useWording } from '../text/texts.js';
import { Layout } from './layout.js';
import { RequireLogin, useCurrentAccount } from './session.js';

/** Each page is fetched when it is opened: a phone never loads the planerare's board. */
const page = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const WeekPage = page(() => import('../features/weekly-plans/week-page.js'), 'WeekPage');
const MyDayPage = page(() => import('../features/visit-lists/my-day-page.js'), 'MyDayPage');
const FollowUpPage = page(() => import('../features/efficiency-reports/follow-up-page.js'), 'FollowUpPage');
const OrdersPage = page(() => import('../features/ramtid-orders/orders-page.js'), 'OrdersPage');
const NewOrderPage = page(() => import('../features/ramtid-orders/new-order-page.js'), 'NewOrderPage');
const OrderPage = page(() => import('../features/ramtid-orders/order-page.js'), 'OrderPage');
const AccessibilityPage = page(() => import('./accessibility-page.js'), 'AccessibilityPage');

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
      { path: '/order', element: <OrdersPage /> },
      { path: '/order/ny', element: <NewOrderPage /> },
      { path: '/order/:orderId', element: <OrderPage /> },
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

/** The page where the role begins its day. */
function FirstPage() {
  const { texts } = useWording();
  const first = firstPageFor(useCurrentAccount().roles);
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
