import { createHash } from 'node:crypto';
import type { DayAlternativeAnswer, ReplannedVisit, ReplanQuestion } from '@hemtjanst/contracts';
import {
  clock,
  formatMinuteOfDay,
  instantOf,
  instantOfEpochSeconds,
  localDate,
  secondsBetween,
  type Absence,
  type Instant,
} from '@hemtjanst/domain';
import { MOVED_START_SECONDS, type DayEvent, type ReplanRequest, type VisitMove } from '@hemtjanst/planning';
import { assertReferences } from '../../http/references.js';
import type { ReplannedDay } from '../../planning/day-replanning/day-task.js';
import type { UnitRecords } from './unit-records.js';

/** A planned visit is named by the demand it fulfils. */
const visitIdOf = (demandId: string): string => `besok:${demandId}`;

/** @throws Problem 422 that names who is not of the unit */
export function replanRequest({ event, onDate, budget }: ReplanQuestion, now: Instant, records: UnitRecords) {
  const { maxMovedVisits, keepEmployeeIds, keepVisitDemandIds } = budget;
  assertReferences(
    Object.fromEntries(keepEmployeeIds.map((id, at) => [`/budget/keepEmployeeIds/${at}`, records.employees.hasId(id)])),
  );
  const request: ReplanRequest = {
    now,
    event: dayEventOf(event, onDate, records),
    budget: {
      ...(maxMovedVisits === null ? {} : { maxMovedVisits }),
      keepEmployeeIds: keepEmployeeIds.map((id) => records.employees.codeOf(id)),
      keepVisitIds: keepVisitDemandIds.map(visitIdOf),
    },
  };
  return request;
}

function dayEventOf(event: ReplanQuestion['event'], onDate: string, { employees }: UnitRecords): DayEvent {
  switch (event.kind) {
    case 'sick': {
      const date = localDate(onDate);
      const [from, to] = [instantOf(date, clock(event.fromTime)), instantOf(date, clock(event.toTime))];
      return { kind: 'sick', employeeId: employees.codeOf(event.employeeId), from, to };
    }
    case 'cancelled':
      return { kind: 'cancelled', visitId: visitIdOf(event.visitDemandId) };
  }
}

/** Whatever offset the caller wrote, the plan has one way to write a moment. */
export const momentOf = (asOf: string | null): Instant =>
  instantOfEpochSeconds(Math.floor((asOf === null ? Date.now() : Date.parse(asOf)) / 1000));

/** The same moves, the same name: an answer that is asked for again is known by it. */
const alternativeIdOf = ({ moves }: ReplannedDay): string =>
  createHash('sha256').update(JSON.stringify(moves)).digest('hex').slice(0, 20);

export function alternativeAnswer(day: ReplannedDay, { brukare, employees }: UnitRecords): DayAlternativeAnswer {
  const brukareOf = new Map(day.moves.map(({ demandId, brukareId }) => [demandId, brukareId]));
  const placementOf = (place: VisitMove['from']): ReplannedVisit['from'] =>
    place === null
      ? null
      : { startsAt: place.startsAt, employeeIds: place.employeeIds.map((code) => employees.idOf(code)) };
  return {
    alternativeId: alternativeIdOf(day),
    kinds: [...day.kinds],
    movedVisits: day.movedVisits,
    retimedVisits: day.retimedVisits,
    newFaces: day.newFaces,
    travelMinutesDifference: Math.round(day.travelSecondsDifference / 60),
    overtimeMinutes: day.overtimeMinutes,
    visits: day.moves.map(({ demandId, brukareId, from, to }) => ({
      visitDemandId: demandId,
      brukareId: brukare.idOf(brukareId),
      from: placementOf(from),
      to: placementOf(to),
    })),
    leftOut: day.leftOutDemandIds.flatMap((visitDemandId) => {
      const code = brukareOf.get(visitDemandId);
      return code === undefined ? [] : [{ visitDemandId, brukareId: brukare.idOf(code) }];
    }),
    brukareIdsToPhone: brukareToPhone(day).map((code) => brukare.idOf(code)),
    employees: day.employees.map((difference) => ({
      ...difference,
      employeeId: employees.idOf(difference.employeeId),
      visitMinutesDifference: Math.round(difference.visitMinutesDifference),
    })),
  };
}

/** Whoever has been told something else: another employee, another time, or that somebody comes at all. */
function brukareToPhone({ moves, changed }: ReplannedDay): readonly string[] {
  const calledOff = new Set(
    changed.unassigned.filter(({ reasons }) => reasons.at(0)?.code === 'cancelled').map(({ demandId }) => demandId),
  );
  return [
    ...new Set(
      moves.filter((move) => !calledOff.has(move.demandId) && hasToBeTold(move)).map(({ brukareId }) => brukareId),
    ),
  ];
}

function hasToBeTold({ from, to }: VisitMove): boolean {
  if (from === null || to === null) return true;
  return (
    from.employeeIds.join() !== to.employeeIds.join() ||
    Math.abs(secondsBetween(from.startsAt, to.startsAt)) > MOVED_START_SECONDS
  );
}

/** The absence as the employee's register takes it; in the unit's codes until then. */
export const newAbsenceOf = ({ fromDate, fromMinute, toDate, toMinute }: Absence) => ({
  fromDate,
  fromTime: formatMinuteOfDay(fromMinute),
  toDate,
  toTime: formatMinuteOfDay(toMinute),
  reason: null,
});
