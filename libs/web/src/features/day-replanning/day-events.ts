import type {
  AbsenceAnswer,
  AvvikelseAnswer,
  ExtraVisitAnswer,
  RegisteredTimeAnswer,
  VisitReportAnswer,
} from '@hemtjanst/contracts';

/** What has come in about a day, from everywhere it comes from. */
export interface ComeIn {
  readonly employeeAbsences: readonly AbsenceAnswer[];
  readonly brukareAbsences: readonly AbsenceAnswer[];
  readonly times: readonly RegisteredTimeAnswer[];
  readonly avvikelser: readonly AvvikelseAnswer[];
  readonly reports: readonly VisitReportAnswer[];
  readonly extraVisits: readonly ExtraVisitAnswer[];
}

/** One thing that has happened: what, to whom, and when it was known or holds from. */
export interface DayEvent {
  readonly key: string;
  readonly kind:
    | 'employee-away'
    | 'brukare-away'
    | 'avbojt'
    | 'bom'
    | 'extra'
    | `report-${VisitReportAnswer['kind']}`
    | `avvikelse-${AvvikelseAnswer['kind']}`;
  /** An instant; null: the whole day. */
  readonly at: string | null;
  readonly employeeId: string | null;
  readonly brukareId: string | null;
  readonly text: string | null;
}

/**
 * The events of a day, those of the whole day first and then the newest first. An avvikelse about what was said at the
 * door already (avböjt, bom) is not told twice.
 *
 * @param instantOfClock the instant of a local time of the day
 */
export function dayEvents(comeIn: ComeIn, date: string, instantOfClock: (time: string) => string): readonly DayEvent[] {
  const saidAtDoor = comeIn.times.filter(({ kind }) => kind === 'avbojt' || kind === 'bom');
  const told = new Set(saidAtDoor.flatMap(({ id, plannedVisitId }) => [id, plannedVisitId]));
  const events: readonly DayEvent[] = [
    ...comeIn.employeeAbsences.map((absence) => ({
      ...absenceEvent(absence, date, instantOfClock),
      kind: 'employee-away' as const,
      employeeId: absence.personId,
      brukareId: null,
    })),
    ...comeIn.brukareAbsences.map((absence) => ({
      ...absenceEvent(absence, date, instantOfClock),
      kind: 'brukare-away' as const,
      employeeId: null,
      brukareId: absence.personId,
    })),
    ...saidAtDoor.map(({ id, kind, startsAt, employeeId, brukareId }) => ({
      key: id,
      kind: kind === 'bom' ? ('bom' as const) : ('avbojt' as const),
      at: startsAt,
      employeeId,
      brukareId,
      text: null,
    })),
    ...comeIn.avvikelser
      .filter(({ registeredTimeId, plannedVisitId }) => !told.has(registeredTimeId) && !told.has(plannedVisitId))
      .map(({ id, kind, employeeId, brukareId, text }) => ({
        key: id,
        kind: `avvikelse-${kind}` as const,
        at: null,
        employeeId,
        brukareId,
        text,
      })),
    ...comeIn.reports
      .filter(({ onDate }) => onDate === date)
      .map(({ id, kind, reportedAt, employeeId, brukareId, text }) => ({
        key: id,
        kind: `report-${kind}` as const,
        at: reportedAt,
        employeeId,
        brukareId,
        text,
      })),
    ...comeIn.extraVisits.map(({ id, madeAt, brukareId, reason }) => ({
      key: id,
      kind: 'extra' as const,
      at: madeAt,
      employeeId: null,
      brukareId,
      text: reason,
    })),
  ];
  return events.toSorted(newestFirst);
}

const absenceEvent = (
  { id, fromDate, fromTime, reason }: AbsenceAnswer,
  date: string,
  instantOfClock: (time: string) => string,
) => ({
  key: id,
  at: fromDate === date && fromTime !== '00:00' ? instantOfClock(fromTime) : null,
  text: reason,
});

function newestFirst(a: DayEvent, b: DayEvent): number {
  if (a.at === null || b.at === null) return Number(a.at !== null) - Number(b.at !== null) || (a.key < b.key ? -1 : 1);
  return Date.parse(b.at) - Date.parse(a.at);
}
