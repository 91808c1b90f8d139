import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Correction, RegisteredEvent, RegistrationFlag } from './registered-event.js';

export interface NewRegisteredEvent extends RegisteredEvent {
  readonly unitId: string;
  readonly receivedAt: Date;
  readonly recordedBy: string | null;
  /** The present time system's own number; null for what a phone sent. */
  readonly code: string | null;
}

/** A registration of the present time system, named as the columns are. */
export interface ImportedRegistration {
  readonly code: string;
  readonly employee_id: string;
  readonly brukare_id: string;
  readonly kind: RegisteredEvent['kind'];
  readonly occurred_at: string;
  readonly ended_at: string;
}

export interface ImportedCorrection {
  readonly code: string;
  readonly registered_time_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly reason: string;
}

/** An imported registration with the time that counts. */
export interface KeptRegistration {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface EventQuestion {
  readonly unitId: string;
  readonly from: Date;
  readonly to: Date;
  readonly employeeId: string | null;
}

/** Events are only ever added: the table refuses everything else. */
@Injectable()
export class RegisteredTimeRepository {
  constructor(private readonly database: Database) {}

  /** False: an event with this id is there already. */
  async insert(event: NewRegisteredEvent): Promise<boolean> {
    const rows = await this.database.rows(
      `INSERT INTO registered_time (id, unit_id, code, employee_id, brukare_id, planned_visit_id, kind, occurred_at,
         ended_at, received_at, flags, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        event.id,
        event.unitId,
        event.code,
        event.employeeId,
        event.brukareId,
        event.plannedVisitId,
        event.kind,
        event.occurredAt,
        event.endedAt,
        event.receivedAt,
        event.flags,
        event.recordedBy,
      ],
    );
    return rows.length === 1;
  }

  async find(eventId: string): Promise<(RegisteredEvent & { readonly unitId: string }) | null> {
    const [row] = await this.database.rows<EventRow>(`${EVENT} WHERE id = $1`, [eventId]);
    return row === undefined ? null : eventOf(row);
  }

  /** Events from one day before to one day after the time asked about, so that pairs over its edges are whole. */
  async findAround(question: EventQuestion): Promise<readonly RegisteredEvent[]> {
    const rows = await this.database.rows<EventRow>(
      `${EVENT} WHERE unit_id = $1 AND occurred_at >= $2::timestamptz - interval '1 day'
         AND occurred_at < $3::timestamptz + interval '1 day' AND ($4::uuid IS NULL OR employee_id = $4)
       ORDER BY occurred_at, id`,
      [question.unitId, question.from, question.to, question.employeeId],
    );
    return rows.map(eventOf);
  }

  /** Codes of the registrations that were not there before. */
  async insertImported(
    unitId: string,
    rows: readonly ImportedRegistration[],
    accountId: string | null,
  ): Promise<readonly string[]> {
    const added = await this.database.rows<{ readonly code: string }>(
      `INSERT INTO registered_time (id, unit_id, code, employee_id, brukare_id, kind, occurred_at, ended_at, recorded_by)
       SELECT gen_random_uuid(), $1, code, employee_id, brukare_id, kind, occurred_at, ended_at, $3
       FROM jsonb_to_recordset($2::jsonb) AS row (code text, employee_id uuid, brukare_id uuid, kind text,
         occurred_at timestamptz, ended_at timestamptz)
       ON CONFLICT (unit_id, code) DO NOTHING RETURNING code`,
      [unitId, JSON.stringify(rows), accountId],
    );
    return added.map(({ code }) => code);
  }

  /** By code: the time that counts now, which is that of the last correction where there is one. */
  async findImported(unitId: string, codes: readonly string[]): Promise<ReadonlyMap<string, KeptRegistration>> {
    const rows = await this.database.rows<KeptRegistration & { readonly code: string }>(
      `SELECT kept.code, kept.id, COALESCE(last.starts_at, kept.occurred_at) AS "startsAt",
         COALESCE(last.ends_at, kept.ended_at) AS "endsAt"
       FROM registered_time kept LEFT JOIN LATERAL (
         SELECT starts_at, ends_at FROM registered_time_correction
         WHERE registered_time_id = kept.id ORDER BY corrected_at DESC, id DESC LIMIT 1) last ON true
       WHERE kept.unit_id = $1 AND kept.code = ANY ($2)`,
      [unitId, codes],
    );
    return new Map(rows.map(({ code, id, startsAt, endsAt }) => [code, { id, startsAt, endsAt }]));
  }

  async insertCorrections(
    unitId: string,
    corrections: readonly ImportedCorrection[],
    accountId: string | null,
  ): Promise<void> {
    await this.database.rows(
      `INSERT INTO registered_time_correction (id, unit_id, registered_time_id, starts_at, ends_at, reason, corrected_by)
       SELECT gen_random_uuid(), $1, registered_time_id, starts_at, ends_at, reason, $3
       FROM jsonb_to_recordset($2::jsonb) AS row (registered_time_id uuid, starts_at timestamptz, ends_at timestamptz,
         reason text)`,
      [unitId, JSON.stringify(corrections), accountId],
    );
  }

  async insertCorrection(unitId: string, correction: Omit<Correction, 'correctedAt'>): Promise<boolean> {
    const rows = await this.database.rows(
      `INSERT INTO registered_time_correction (id, unit_id, registered_time_id, starts_at, ends_at, reason, corrected_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        correction.id,
        unitId,
        correction.registeredTimeId,
        correction.startsAt,
        correction.endsAt,
        correction.reason,
        correction.correctedBy,
      ],
    );
    return rows.length === 1;
  }

  async findCorrection(correctionId: string): Promise<Correction | null> {
    const [row] = await this.database.rows<CorrectionRow>(`${CORRECTION} WHERE id = $1`, [correctionId]);
    return row === undefined ? null : correctionOf(row);
  }

  /** By registration, oldest first: the last one holds. */
  async findCorrections(registeredTimeIds: readonly string[]): Promise<ReadonlyMap<string, readonly Correction[]>> {
    const rows = await this.database.rows<CorrectionRow>(
      `${CORRECTION} WHERE registered_time_id = ANY ($1) ORDER BY corrected_at, id`,
      [registeredTimeIds],
    );
    const byRegistration = new Map<string, Correction[]>();
    for (const correction of rows.map(correctionOf)) {
      const known = byRegistration.get(correction.registeredTimeId);
      if (known === undefined) byRegistration.set(correction.registeredTimeId, [correction]);
      else known.push(correction);
    }
    return byRegistration;
  }
}

const EVENT = `SELECT id, unit_id, employee_id, brukare_id, planned_visit_id, kind, occurred_at, ended_at, flags
  FROM registered_time`;
const CORRECTION = `SELECT id, registered_time_id, starts_at, ends_at, reason, corrected_by, corrected_at
  FROM registered_time_correction`;

interface EventRow {
  readonly id: string;
  readonly unit_id: string;
  readonly employee_id: string;
  readonly brukare_id: string;
  readonly planned_visit_id: string | null;
  readonly kind: RegisteredEvent['kind'];
  readonly occurred_at: Date;
  readonly ended_at: Date | null;
  readonly flags: readonly RegistrationFlag[];
}

const eventOf = (row: EventRow): RegisteredEvent & { readonly unitId: string } => ({
  id: row.id,
  unitId: row.unit_id,
  employeeId: row.employee_id,
  brukareId: row.brukare_id,
  plannedVisitId: row.planned_visit_id,
  kind: row.kind,
  occurredAt: row.occurred_at,
  endedAt: row.ended_at,
  flags: row.flags,
});

interface CorrectionRow {
  readonly id: string;
  readonly registered_time_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string;
  readonly corrected_by: string | null;
  readonly corrected_at: Date;
}

const correctionOf = (row: CorrectionRow): Correction => ({
  id: row.id,
  registeredTimeId: row.registered_time_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  reason: row.reason,
  correctedBy: row.corrected_by,
  correctedAt: row.corrected_at,
});
