import type { ForwardMigration } from '../forward-migration.js';
import { CreatePlatformTables } from './0001-create-platform-tables.js';
import { CreateUnitsAndGroups } from './0002-create-units-and-groups.js';
import { CreateEmployees } from './0003-create-employees.js';
import { CreateBrukare } from './0004-create-brukare.js';
import { CreateRamtidOrders } from './0005-create-ramtid-orders.js';
import { CreateGenomforandeplan } from './0006-create-genomforandeplan.js';
import { CreateWeeklyPlans } from './0010-create-weekly-plans.js';
import { CreateRegisteredTimes } from './0011-create-registered-times.js';
import { CreateTravelCache } from './0030-create-travel-cache.js';
import { AddDoorMinutes } from './0031-add-door-minutes.js';
import { CreateTravelProposals } from './0032-create-travel-proposals.js';
import { IndexRegisteredTimes } from './0040-index-registered-times.js';
import { CreateMonthClosings } from './0041-create-month-closings.js';
import { CreateLedgerAdjustments } from './0050-create-ledger-adjustments.js';
import { AgreeMoreInGenomforandeplan } from './0051-agree-more-in-genomforandeplan.js';
import { CreateAvvikelseHandlings } from './0052-create-avvikelse-handlings.js';
import { CreateVisitReports } from './0053-create-visit-reports.js';
import { CreateStaffMeetings } from './0060-create-staff-meetings.js';
import { CloseMonthsAutomatically } from './0061-close-months-automatically.js';
import { CreateWhatIfs } from './0062-create-what-ifs.js';
import { CreateCalendarFeeds } from './0063-create-calendar-feeds.js';
import { CreatePlanEdits } from './0070-create-plan-edits.js';
import { CreateDoorCodes } from './0080-create-door-codes.js';
import { AddAttainableEfficiency } from './0090-add-attainable-efficiency.js';
import { KeepStrayLarmApart } from './0091-keep-stray-larm-apart.js';
import { NumberStaffMeetings } from './0100-number-staff-meetings.js';
import { ProposeFromVisitReports } from './0101-propose-from-visit-reports.js';
import { CreateExtraVisits } from './0110-create-extra-visits.js';
import { IndexAuditLinesByTime } from './0111-index-audit-lines-by-time.js';
import { ReleaseStrandedVisits } from './0120-release-stranded-visits.js';
import { CreateDayReplannings } from './0140-create-day-replannings.js';

type MigrationClass = new () => ForwardMigration;

/** Every migration in order; a new one is a new file and a new last line here. */
export const migrations: readonly MigrationClass[] = [
  CreatePlatformTables,
  CreateUnitsAndGroups,
  CreateEmployees,
  CreateBrukare,
  CreateRamtidOrders,
  CreateGenomforandeplan,
  CreateWeeklyPlans,
  CreateRegisteredTimes,
  CreateTravelCache,
  AddDoorMinutes,
  CreateTravelProposals,
  IndexRegisteredTimes,
  CreateMonthClosings,
  CreateLedgerAdjustments,
  AgreeMoreInGenomforandeplan,
  CreateAvvikelseHandlings,
  CreateVisitReports,
  CreateStaffMeetings,
  CloseMonthsAutomatically,
  CreateWhatIfs,
  CreateCalendarFeeds,
  CreatePlanEdits,
  CreateDoorCodes,
  AddAttainableEfficiency,
  KeepStrayLarmApart,
  NumberStaffMeetings,
  ProposeFromVisitReports,
  CreateExtraVisits,
  IndexAuditLinesByTime,
  ReleaseStrandedVisits,
  CreateDayReplannings,
];
