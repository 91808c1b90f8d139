import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import {
  countedTime,
  instantOf,
  instantOfDate,
  localOf,
  minuteOfDayOf,
  type TimeRegistration,
} from '@hemtjanst/domain';
import { KeptRegistrationsWanted } from '../unit-imports/unit-import.events.js';
import { RegisteredTimeRepository, type KeptRegistration } from './registered-time.repository.js';

/** Tells the preview of an import what is kept of the registrations it holds. */
@Injectable()
export class KeptRegistrationsService {
  constructor(private readonly events: RegisteredTimeRepository) {}

  @OnEvent(KeptRegistrationsWanted.eventName, { suppressErrors: false })
  async findKept({ unitId, registrations }: KeptRegistrationsWanted): Promise<readonly TimeRegistration[]> {
    const kept = await this.events.findImported(
      unitId,
      registrations.map(({ id }) => id),
    );
    return registrations.flatMap((registration) => {
      const known = kept.get(registration.id);
      return known === undefined ? [] : [asKept(registration, known)];
    });
  }
}

/** The registration as it counts now; the one of the file where both count the same time. */
function asKept(registration: TimeRegistration, { startsAt, endsAt }: KeptRegistration): TimeRegistration {
  const counted = countedTime(registration);
  const timeOf = ({ date, minute }: TimeRegistration['startsAt']): number =>
    Date.parse(instantOf(date, minute, 'earlier'));
  if (timeOf(counted.startsAt) === startsAt.getTime() && timeOf(counted.endsAt) === endsAt?.getTime()) {
    return registration;
  }
  return { ...registration, startsAt: localTime(startsAt), endsAt: localTime(endsAt ?? startsAt), adjusted: null };
}

function localTime(at: Date): TimeRegistration['startsAt'] {
  const instant = instantOfDate(at);
  return { date: localOf(instant).date, minute: minuteOfDayOf(instant) };
}
