import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { instantOf, type LocalDateTime, type TimeRegistration } from '@hemtjanst/domain';
import { importedTable } from '../../database/imported-table.js';
import { TimeRegistrationsArrived, type TimeRegistrationsSaved } from '../unit-imports/unit-import.events.js';
import {
  RegisteredTimeRepository,
  type ImportedCorrection,
  type ImportedRegistration,
  type KeptRegistration,
} from './registered-time.repository.js';

/**
 * Registrations of the present time system, as a unit folder brings them. They are append-only like all others: a
 * registration that comes again with other times becomes a correction of the first.
 */
@Injectable()
export class ImportRegistrationsService {
  constructor(private readonly events: RegisteredTimeRepository) {}

  /** Runs inside the import's transaction: when it fails, nothing of the import stands. */
  @OnEvent(TimeRegistrationsArrived.eventName, { suppressErrors: false })
  async importRegistrations(arrived: TimeRegistrationsArrived): Promise<TimeRegistrationsSaved> {
    const { unitId, registrations, accountId } = arrived;
    const added = await this.events.insertImported(
      unitId,
      registrations.map((one) => rowOf(one, arrived)),
      accountId,
    );
    const kept = await this.events.findImported(
      unitId,
      registrations.map((one) => one.id),
    );
    const corrections = registrations.flatMap((one) => correctionOf(one, kept.get(one.id)));
    await this.events.insertCorrections(unitId, corrections, accountId);
    const isNew = new Set(added);
    const changed = corrections.filter(({ code }) => !isNew.has(code)).length;
    const unchanged = registrations.length - added.length - changed;
    return importedTable('registreringar.csv', { added: added.length, changed, unchanged });
  }
}

function rowOf(registration: TimeRegistration, { codes }: TimeRegistrationsArrived): ImportedRegistration {
  return {
    code: registration.id,
    employee_id: codes.employees.idOf(registration.employeeId),
    brukare_id: codes.brukare.idOf(registration.brukareId),
    kind: registration.kind,
    occurred_at: instantText(registration.startsAt),
    ended_at: instantText(registration.endsAt),
  };
}

/** A correction where the time that counts in the file is another than the one that counts here. */
function correctionOf(
  { id, startsAt, endsAt, adjusted }: TimeRegistration,
  kept: KeptRegistration | undefined,
): ImportedCorrection[] {
  if (kept === undefined) return [];
  const counted = adjusted ?? { startsAt, endsAt };
  const [from, to] = [instantText(counted.startsAt), instantText(counted.endsAt)];
  const isSame = kept.startsAt.getTime() === Date.parse(from) && kept.endsAt?.getTime() === Date.parse(to);
  if (isSame) return [];
  const reason = adjusted?.reason ?? 'Ändrad i tidsystemet';
  return [{ code: id, registered_time_id: kept.id, starts_at: from, ends_at: to, reason }];
}

const instantText = ({ date, minute }: LocalDateTime): string => instantOf(date, minute, 'earlier');
