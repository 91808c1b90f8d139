import type {
  Absence,
  BrukareRow,
  Employee,
  HistoryVisit,
  Premises,
  RamtidOrder,
  ShiftRow,
  StaffMeeting,
  TimeRegistration,
  VisitTemplate,
  WorkGroup,
} from '@hemtjanst/domain';
import type { ReadFile } from './read-rows.js';

/** All CSV files of a unit folder, read row by row; references between them not yet judged. */
export interface UnitRows {
  readonly premises: ReadFile<Premises>;
  readonly workGroups: ReadFile<WorkGroup>;
  readonly brukare: ReadFile<BrukareRow>;
  readonly orders: ReadFile<RamtidOrder>;
  readonly templates: ReadFile<VisitTemplate>;
  readonly employees: ReadFile<Employee>;
  readonly shifts: ReadFile<ShiftRow>;
  readonly meetings: ReadFile<StaffMeeting>;
  readonly absences: ReadFile<Absence>;
  readonly history: ReadFile<HistoryVisit>;
  readonly registrations: ReadFile<TimeRegistration>;
}
