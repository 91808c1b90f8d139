import { Injectable } from '@nestjs/common';
import type { NewCorrection, RegisteredTimeAnswer, RegisteredTimeQuery } from '@hemtjanst/contracts';
import { addDays, instantAt, instantOfDate, localDate, localOf } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { visitsOfRegistrations } from './match-registrations.js';
import { pairEvents } from './pair-events.js';
import type { CorrectedRegistration, Correction } from './registered-event.js';
import { registrationAnswer } from './registered-time.mapper.js';
import { RegisteredTimeRepository } from './registered-time.repository.js';

/** Registered visits as the office sees them, and their corrections. */
@Injectable()
export class RegisteredTimesService {
  constructor(
    private readonly database: Database,
    private readonly events: RegisteredTimeRepository,
    private readonly publishedPlans: PublishedPlansService,
    private readonly auditLog: AuditLog,
  ) {}

  list(caller: Caller, unitId: string, query: RegisteredTimeQuery): Promise<readonly RegisteredTimeAnswer[]> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const found = await this.findRegistrations(unitId, query.from, query.to, query.employeeId ?? null);
      const subject = { caller, action: 'las', recordKind: 'registered-time', recordId: query.from, unitId };
      const brukareIds = found.map(({ registration }) => registration.brukareId);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      const visits = await this.publishedPlans.findVisits(unitId, query.from, query.to, null);
      const visitOf = visitsOfRegistrations(found, visits);
      const hasPlan = await this.publishedPlans.findPlannedDays(unitId, query.from, query.to);
      return found.map((one) =>
        registrationAnswer(one, visitOf.get(one.registration.id) ?? null, hasPlan(one.registration)),
      );
    });
  }

  /** The caller's own registrations of a day, in every unit of the caller. */
  listOwn(caller: Caller, date: string): Promise<readonly RegisteredTimeAnswer[]> {
    return this.database.runInTransaction(async () => {
      const answers: RegisteredTimeAnswer[] = [];
      if (caller.employeeId === null) return answers;
      for (const unitId of caller.unitIds) {
        answers.push(...(await this.list(caller, unitId, { from: date, to: date, employeeId: caller.employeeId })));
      }
      return answers;
    });
  }

  /** Registrations that start on the days `from`–`to`, both included, for whoever computes with them. */
  async findRegistrations(
    unitId: string,
    from: string,
    to: string,
    employeeId: string | null = null,
  ): Promise<readonly CorrectedRegistration[]> {
    const [begin, end] = [midnight(from), midnight(addDays(localDate(to), 1))];
    const events = await this.events.findAround({ unitId, from: begin, to: end, employeeId });
    const registrations = pairEvents(events).filter(({ startsAt }) => startsAt >= begin && startsAt < end);
    const corrections = await this.events.findCorrections(registrations.map(({ id }) => id));
    return registrations.map((registration) => ({
      registration,
      corrections: corrections.get(registration.id) ?? [],
    }));
  }

  /**
   * Adds a correction; what was registered stays. The same correction twice is one.
   *
   * @throws Problem 404 when the registration is not in the unit, 409 when the id was used for another correction
   */
  correct(caller: Caller, unitId: string, registrationId: string, wish: NewCorrection): Promise<RegisteredTimeAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { registration } = await this.load(unitId, registrationId);
      const correction = {
        id: wish.id,
        registeredTimeId: registrationId,
        startsAt: new Date(wish.startsAt),
        endsAt: new Date(wish.endsAt),
        reason: wish.reason,
        correctedBy: caller.accountId,
      };
      if (!(await this.events.insertCorrection(unitId, correction))) await this.assertSame(correction);
      await this.auditLog.record({
        caller,
        action: 'ratta',
        recordKind: 'registered-time',
        recordId: registrationId,
        brukareId: registration.brukareId,
        unitId,
      });
      const corrected = await this.load(unitId, registrationId);
      const { plannedVisitId } = corrected.registration;
      return registrationAnswer(corrected, plannedVisitId, await this.hasPlan(unitId, corrected));
    });
  }

  private async hasPlan(unitId: string, { registration }: CorrectedRegistration): Promise<boolean> {
    const { date } = localOf(instantOfDate(registration.startsAt));
    return (await this.publishedPlans.findPlannedDays(unitId, date, date))(registration);
  }

  private async load(unitId: string, registrationId: string): Promise<CorrectedRegistration> {
    const event = await this.events.find(registrationId);
    if (event === null || event.unitId !== unitId) throw notFound();
    const question = { unitId, from: event.occurredAt, to: event.occurredAt, employeeId: event.employeeId };
    const registration = pairEvents(await this.events.findAround(question)).find(({ id }) => id === registrationId);
    if (registration === undefined) throw conflict('registrering.ej-forsta', 'Rätta registreringens första händelse.');
    const corrections = await this.events.findCorrections([registrationId]);
    return { registration, corrections: corrections.get(registrationId) ?? [] };
  }

  private async assertSame(correction: Omit<Correction, 'correctedAt'>): Promise<void> {
    const first = await this.events.findCorrection(correction.id);
    const isSame =
      first !== null &&
      first.registeredTimeId === correction.registeredTimeId &&
      first.startsAt.getTime() === correction.startsAt.getTime() &&
      first.endsAt.getTime() === correction.endsAt.getTime() &&
      first.reason === correction.reason;
    if (!isSame) throw conflict('rattelse.annat-innehall', 'Samma id har redan använts för en annan rättelse.');
  }
}

const midnight = (date: string): Date => new Date(instantAt(localDate(date), 0));
