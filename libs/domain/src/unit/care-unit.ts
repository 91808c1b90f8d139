import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { Absence, Brukare, Employee, HistoryVisit, Premises, Shift, WorkGroup } from '../people/people.js';
import type { StaffMeeting } from '../people/staff-meeting.js';
import type { RamtidOrder } from '../ramtid-order/ramtid-order.js';
import type { TimeRegistration } from '../registered-time/time-registration.js';
import type { ExtraVisit } from '../visit-demand/extra-visit.js';
import type { WorkGroupArea } from './work-group-area.js';

/** Everything a unit folder says (formats.md section 1), checked and with all references resolved. */
export interface CareUnit {
  readonly name: string;
  readonly premises: readonly Premises[];
  readonly workGroups: readonly WorkGroup[];
  readonly areas: readonly WorkGroupArea[];
  readonly brukare: readonly Brukare[];
  readonly orders: readonly RamtidOrder[];
  readonly templates: readonly VisitTemplate[];
  /** Visits of single days; a unit folder has none. */
  readonly extraVisits: readonly ExtraVisit[];
  readonly employees: readonly Employee[];
  readonly shifts: readonly Shift[];
  readonly absences: readonly Absence[];
  readonly meetings: readonly StaffMeeting[];
  readonly history: readonly HistoryVisit[];
  readonly registrations: readonly TimeRegistration[];
}
