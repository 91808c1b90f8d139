import { Anchor, Text } from '@mantine/core';
import { Suspense, lazy, type ComponentType } from 'react';
import { Link, Navigate, BrowserRouter, useRoutes, type RouteObject, useLocation } from 'react-router';
import { EmptyState } from '../components/page-state.js';
import { LoginPage } from '../features/accounts/login-page.js';
import { firstPageFor, hasAny } from '../lib/access.js';
import { useWording } from '../text/texts.js';
import { Layout } from './layout.js';
import { scopeOf } from './scope.js';
import { RequireLogin, useCurrentAccount } from './session.js';

/** Each page is fetched when it is opened: a phone never loads the planerare's board. */
const phonePage = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** A page of the office, with the styles its pages share: asked for first, so that the page's own come after them. */
const page = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) =>
  phonePage(async () => {
    const [, loaded] = await Promise.all([import('./office-styles.js'), load()]);
    return loaded;
  }, name);

const WeekPage = page(() => import('../features/weekly-plans/week-page.js'), 'WeekPage');
const TravelReportPage = page(
  () => import('../features/weekly-plans/travel-report/travel-report-page.js'),
  'TravelReportPage',
);
const DayPage = page(() => import('../features/day-replanning/day-page.js'), 'DayPage');
const MyDayPage = phonePage(() => import('../features/visit-lists/my-day-page.js'), 'MyDayPage');
const FollowUpPage = page(() => import('../features/efficiency-reports/follow-up-page.js'), 'FollowUpPage');
const ReportRecordsPage = page(() => import('../features/efficiency-reports/records-page.js'), 'ReportRecordsPage');
const AptPage = page(() => import('../features/efficiency-reports/apt-page.js'), 'AptPage');
const OrdersPage = page(() => import('../features/ramtid-orders/orders-page.js'), 'OrdersPage');
const NewOrderPage = page(() => import('../features/ramtid-orders/new-order-page.js'), 'NewOrderPage');
const OrderPage = page(() => import('../features/ramtid-orders/order-page.js'), 'OrderPage');
const BrukareListPage = page(() => import('../features/brukare/brukare-list-page.js'), 'BrukareListPage');
const NewBrukarePage = page(() => import('../features/brukare/new-brukare-page.js'), 'NewBrukarePage');
const BrukarePage = page(() => import('../features/brukare/brukare-page.js'), 'BrukarePage');
const EmployeeListPage = page(() => import('../features/employees/employee-list-page.js'), 'EmployeeListPage');
const NewEmployeePage = page(() => import('../features/employees/employee-page.js'), 'NewEmployeePage');
const EmployeePage = page(() => import('../features/employees/employee-page.js'), 'EmployeePage');
const ShiftsPage = page(() => import('../features/employees/shifts-page.js'), 'ShiftsPage');
const AbsencePage = page(() => import('../features/employees/absence-page.js'), 'AbsencePage');
const DoorTagsPage = page(() => import('../features/door-tags/door-tags-page.js'), 'DoorTagsPage');
const PlacesPage = page(() => import('../features/units/places-page.js'), 'PlacesPage');
const AreaPage = page(() => import('../features/units/area/area-page.js'), 'AreaPage');
const ImportPage = page(() => import('../features/unit-imports/import-page.js'), 'ImportPage');
const VisitsPage = page(() => import('../features/visit-demands/visits-page.js'), 'VisitsPage');
const ListsPage = page(() => import('../features/visit-lists/lists-page.js'), 'ListsPage');
const WeekSheetPage = page(() => import('../features/visit-lists/week-sheet-page.js'), 'WeekSheetPage');
const KnownFacesPage = page(() => import('../features/follow-up/known-faces-page.js'), 'KnownFacesPage');
const StaffMeetingsPage = page(() => import('../features/staff-meetings/staff-meetings-page.js'), 'StaffMeetingsPage');
const TimePage = page(() => import('../features/registered-times/time-page.js'), 'TimePage');
const AvvikelserPage = page(() => import('../features/registered-times/avvikelser-page.js'), 'AvvikelserPage');
const VisitReportsPage = page(() => import('../features/registered-times/visit-reports-page.js'), 'VisitReportsPage');
const DoorMinutesPage = page(() => import('../features/travel-learning/door-minutes-page.js'), 'DoorMinutesPage');
const SettingsPage = page(() => import('../features/units/settings-page.js'), 'SettingsPage');
const PlanningRulesPage = page(() => import('../features/weekly-plans/planning-rules-page.js'), 'PlanningRulesPage');
const SettingsHistoryPage = page(() => import('../features/units/settings-history-page.js'), 'SettingsHistoryPage');
const AccountsPage = page(() => import('../features/accounts/accounts-page.js'), 'AccountsPage');
const UnitsPage = page(() => import('../features/accounts/units-page.js'), 'UnitsPage');
const AuditLogPage = page(() => import('../features/audit-log/audit-log-page.js'), 'AuditLogPage');
const AccessibilityPage = page(() => import('./accessibility-page.js'), 'AccessibilityPage');

const ROUTES: RouteObject[] = [
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
      { path: '/vecka/restidsrapport', element: <TravelReportPage /> },
      { path: '/dag', element: <DayPage /> },
      { path: '/min-dag', element: <MyDayPage /> },
      { path: '/uppfoljning', element: <FollowUpPage /> },
      { path: '/uppfoljning/underlag', element: <ReportRecordsPage /> },
      { path: '/uppfoljning/apt', element: <AptPage /> },
      { path: '/register', element: <RegisterStart /> },
      { path: '/register/brukare', element: <BrukareListPage /> },
      { path: '/register/brukare/ny', element: <NewBrukarePage /> },
      { path: '/register/brukare/:brukareId', element: <BrukarePage /> },
      { path: '/register/medarbetare', element: <EmployeeListPage /> },
      { path: '/register/medarbetare/ny', element: <NewEmployeePage /> },
      { path: '/register/medarbetare/:employeeId', element: <EmployeePage /> },
      { path: '/register/pass', element: <ShiftsPage /> },
      { path: '/register/franvaro', element: <AbsencePage /> },
      { path: '/register/dorrtaggar', element: <DoorTagsPage /> },
      { path: '/register/grupper', element: <PlacesPage /> },
      { path: '/register/grupper/:workGroupId/omrade', element: <AreaPage /> },
      { path: '/register/inlasning', element: <ImportPage /> },
      { path: '/besok', element: <VisitsPage /> },
      { path: '/listor', element: <ToVisitLists /> },
      { path: '/listor/besok', element: <ListsPage /> },
      { path: '/listor/veckoblad', element: <WeekSheetPage /> },
      { path: '/listor/kanda-ansikten', element: <KnownFacesPage /> },
      { path: '/listor/moten', element: <StaffMeetingsPage /> },
      { path: '/tid', element: <To path="/tid/registreringar" /> },
      { path: '/tid/registreringar', element: <TimePage /> },
      { path: '/tid/avvikelser', element: <AvvikelserPage /> },
      { path: '/tid/stammer-inte', element: <VisitReportsPage /> },
      { path: '/tid/dorrminuter', element: <DoorMinutesPage /> },
      { path: '/installningar', element: <To path="/installningar/enhet" /> },
      { path: '/installningar/enhet', element: <SettingsPage /> },
      { path: '/installningar/historik', element: <SettingsHistoryPage /> },
      { path: '/installningar/regler', element: <PlanningRulesPage /> },
      { path: '/installningar/konton', element: <AccountsPage /> },
      { path: '/installningar/enheter', element: <UnitsPage /> },
      { path: '/installningar/logg', element: <AuditLogPage /> },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
];

/** Without the data router: pages ask with react-query, and it would weigh 16 kB on every phone. */
export function AppRouter() {
  return (
    <BrowserRouter>
      <Pages />
    </BrowserRouter>
  );
}

function Pages() {
  return useRoutes(ROUTES);
}

/** The page where the role begins its day. */
function FirstPage() {
  const { texts } = useWording();
  const first = firstPageFor(useCurrentAccount().roles);
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <EmptyState isPage title={texts.login.noPages}>
      <Text>{texts.login.noPagesNext}</Text>
      <Anchor href="/docs">/docs</Anchor>
    </EmptyState>
  );
}

/** An admin keeps groups and files, not people. */
function RegisterStart() {
  const isOffice = hasAny(useCurrentAccount().roles, ['planerare', 'samordnare', 'enhetschef']);
  return <To path={isOffice ? '/register/brukare' : '/register/grupper'} />;
}

/** On to the first part of a page, with the unit, group and week that were looked at. */
function To({ path }: { readonly path: string }) {
  return <Navigate to={path + scopeOf(useLocation().search)} replace />;
}

/** With the day and the employee that the address may name. */
function ToVisitLists() {
  return <Navigate to={`/listor/besok${useLocation().search}`} replace />;
}

function NoSuchPage() {
  const { texts } = useWording();
  return (
    <EmptyState isPage title={texts.common.notFoundTitle}>
      <Text>{texts.common.notFoundText}</Text>
      <Anchor component={Link} to="/">
        {texts.common.toStart}
      </Anchor>
    </EmptyState>
  );
}
