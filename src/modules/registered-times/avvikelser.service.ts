import { Injectable } from '@nestjs/common';
import type { AvvikelseAnswer, AvvikelseHandling, AvvikelseListAnswer, AvvikelseQuery } from '@hemtjanst/contracts';
import { findAvvikelser, instantOfEpochSeconds } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { PlacesService } from '../units/places.service.js';
import { UnitsService } from '../units/units.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import type { PublishedVisit } from '../weekly-plans/published-visit.js';
import { publishedToPlanned } from '../weekly-plans/published-visit.mapper.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { avvikelseAnswer, foundAvvikelse, placedRegistration } from './avvikelse.mapper.js';
import { AvvikelseRepository, type FoundAvvikelse, type HandledAvvikelse } from './avvikelse.repository.js';
import { visitsOfRegistrations } from './match-registrations.js';
import { RegisteredTimesService } from './registered-times.service.js';

/** What was registered otherwise than planned. Found at each reading, so that a correction dissolves what it explains. */
@Injectable()
export class AvvikelserService {
  constructor(
    private readonly database: Database,
    private readonly registeredTimes: RegisteredTimesService,
    private readonly publishedPlans: PublishedPlansService,
    private readonly handlings: AvvikelseRepository,
    private readonly units: UnitsService,
    private readonly places: PlacesService,
    private readonly brukare: BrukareService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 422 for a work group of another unit */
  list(caller: Caller, unitId: string, query: AvvikelseQuery): Promise<AvvikelseListAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const isAsked = await this.askedFor(unitId, query);
      const handled = (await this.handlings.findHandled(unitId, query.from, query.to)).filter(isAsked);
      const isHandled = new Set(handled.map(({ id }) => id));
      const found = (await this.find(unitId, query.from, query.to)).filter(isAsked);
      const open = found.filter(({ id }) => !isHandled.has(id));
      const shown = [...(query.status === 'handled' ? [] : open), ...(query.status === 'open' ? [] : handled)];
      const subject = { caller, action: 'las', recordKind: 'avvikelse', recordId: query.from, unitId };
      const brukareIds = shown.map(({ brukareId }) => brukareId);
      await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
      return { items: shown.map(avvikelseAnswer), open: open.length, handled: handled.length };
    });
  }

  /**
   * Says what was done about an avvikelse. Handled once, it stays handled.
   *
   * @throws Problem 404 where there is no such avvikelse on the day, 409 where somebody has handled it
   */
  handle(caller: Caller, unitId: string, id: string, { date, reason }: AvvikelseHandling): Promise<AvvikelseAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const avvikelse = await this.findOne(unitId, id, date);
      if (!(await this.handlings.insert(unitId, avvikelse, reason, caller.accountId))) {
        throw conflict('avvikelse.hanterad', 'Avvikelsen är redan hanterad.');
      }
      const { brukareId } = avvikelse;
      const subject = { caller, action: 'hantera', recordKind: 'avvikelse', recordId: id, unitId };
      await this.auditLog.record({ ...subject, brukareId });
      const handled = await this.handlings.findHandled(unitId, date, date);
      return avvikelseAnswer(handled.find((one) => one.id === id) ?? avvikelse);
    });
  }

  /** Open, or handled already: the second to handle it is told so, also where a correction has dissolved it since. */
  private async findOne(unitId: string, id: string, date: string): Promise<FoundAvvikelse> {
    const known: readonly FoundAvvikelse[] = [
      ...(await this.find(unitId, date, date)),
      ...(await this.handlings.findHandled(unitId, date, date)),
    ];
    const avvikelse = known.find((one) => one.id === id);
    if (avvikelse === undefined) throw notFound();
    return avvikelse;
  }

  private async find(unitId: string, from: string, to: string): Promise<readonly FoundAvvikelse[]> {
    const { settings } = await this.units.loadSettings(unitId);
    const registrations = await this.registeredTimes.findRegistrations(unitId, from, to);
    const visits = await this.publishedPlans.findVisits(unitId, from, to, null);
    const said = visitsOfRegistrations(registrations, visits);
    const holds = await this.visitsThatHold(visits, [...said.values()]);
    const visitOf = (registrationId: string): string | null => {
      const visitId = said.get(registrationId);
      return visitId === undefined ? null : (holds.get(visitId) ?? visitId);
    };
    const hasPlan = await this.publishedPlans.findPlannedDays(unitId, from, to);
    const avvikelser = findAvvikelser({
      registrations: registrations.map((one) =>
        placedRegistration(one, visitOf(one.registration.id), hasPlan(one.registration)),
      ),
      visits: visits.map(publishedToPlanned),
      now: instantOfEpochSeconds(Math.floor(Date.now() / 1000)),
      limits: settings.avvikelseLimits,
    });
    return avvikelser.map(foundAvvikelse);
  }

  /** A phone may register on a visit of a version that was replaced: the visit of the same demand stands for it now. */
  private async visitsThatHold(
    visits: readonly PublishedVisit[],
    saidIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const current = new Set(visits.map(({ id }) => id));
    const replacedIds = [...new Set(saidIds.filter((id) => !current.has(id)))];
    if (replacedIds.length === 0) return new Map();
    const byDemand = new Map(visits.map((visit) => [visit.visitDemandId, visit.id]));
    const replaced = await this.publishedPlans.findVisitsByIds(replacedIds);
    return new Map(
      replaced.flatMap(({ id, visitDemandId }) => {
        const holds = byDemand.get(visitDemandId);
        return holds === undefined ? [] : [[id, holds] as const];
      }),
    );
  }

  private async askedFor(
    unitId: string,
    { kind, workGroupId }: AvvikelseQuery,
  ): Promise<(avvikelse: FoundAvvikelse | HandledAvvikelse) => boolean> {
    if (workGroupId === undefined) return (avvikelse) => kind === undefined || avvikelse.kind === kind;
    const { workGroups } = await this.places.loadCodes(unitId);
    assertReferences({ '/workGroupId': workGroups.hasId(workGroupId) });
    const members = new Set(await this.brukare.findMemberIds(unitId, workGroupId));
    return (avvikelse) => (kind === undefined || avvikelse.kind === kind) && members.has(avvikelse.brukareId);
  }
}
