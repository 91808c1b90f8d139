import { Injectable } from '@nestjs/common';
import type { VisitListAnswer } from '@hemtjanst/contracts';
import {
  CONTINUITY_DAYS,
  buildVisitList,
  instantOf,
  instantOfDate,
  localDate,
  localOf,
  type Brukare,
  type ListedMeeting,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, hasRole, type Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { mayKnowIdentity } from '../brukare/brukare-access.js';
import { StaffMeetingsService } from '../staff-meetings/staff-meetings.service.js';
import { UnitsService } from '../units/units.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { publishedRoute } from '../weekly-plans/published-route.mapper.js';
import { publishedToPlanned } from '../weekly-plans/published-visit.mapper.js';
import { OwnDoorCodesService } from './own-door-codes.service.js';
import { visitListAnswer, withoutDoors } from './visit-list.mapper.js';
import { VisitListRepository } from './visit-list.repository.js';

/** One employee's day as it is published: made at each reading, so that what is secret now is secret at once. */
@Injectable()
export class VisitListsService {
  constructor(
    private readonly database: Database,
    private readonly lists: VisitListRepository,
    private readonly publishedPlans: PublishedPlansService,
    private readonly units: UnitsService,
    private readonly meetings: StaffMeetingsService,
    private readonly auditLog: AuditLog,
    private readonly doorCodes: OwnDoorCodesService,
  ) {}

  /** @throws Problem 404 when the account belongs to no employee of the caller's units */
  showOwn(caller: Caller, date: string | null): Promise<VisitListAnswer> {
    return this.database.runInTransaction(async () => {
      const { unitId, employeeId } = await this.lists.findOwnEmployee(caller);
      return this.doorCodes.withTimes(unitId, await this.build(caller, unitId, employeeId, date ?? today()));
    });
  }

  /** An employee's list as the office sees it: no keys, no notes, and protected identities by alias. */
  show(caller: Caller, unitId: string, employeeId: string, date: string): Promise<VisitListAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      if ((await this.lists.findUnitOf(employeeId, [unitId])) === null) throw notFound();
      const answer = await this.build(caller, unitId, employeeId, date);
      return caller.employeeId === employeeId ? answer : withoutDoors(answer);
    });
  }

  private async build(caller: Caller, unitId: string, employeeId: string, date: string): Promise<VisitListAnswer> {
    const question = { unitId, planId: null, from: date, to: date, workGroupId: null, employeeId };
    const routes = await this.publishedPlans.findRoutes(question);
    const stops = routes.flatMap((route) => route.stops);
    const brukareIds = idsOf(stops.map((stop) => stop.brukareId));
    const visits = await this.publishedPlans.findVisitsByIds(idsOf(stops.map((stop) => stop.visitId)));
    const { brukare, premises } = await this.lists.findPlaces(
      unitId,
      brukareIds,
      idsOf(stops.map((stop) => stop.premisesId)),
    );
    const history = await this.lists.findVisitsBefore(employeeId, brukareIds, date, CONTINUITY_DAYS);
    const subject = { caller, action: 'las', recordKind: 'visit-list', recordId: employeeId, unitId };
    await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
    const list = buildVisitList({
      unit: { brukare: brukare.map((one) => asSeenBy(caller, employeeId, one)), premises, history },
      plan: { visits: visits.map(publishedToPlanned), routes: routes.map(publishedRoute) },
      employeeId,
      onDate: localDate(date),
      meetings: await this.meetingsOf(unitId, date, new Set(routes.map((route) => route.work_group_id))),
      settings: (await this.units.loadSettings(unitId)).settings,
      ...(hasRole(caller, 'enhetschef') ? { namedForBrukareIds: new Set(brukareIds) } : {}),
    });
    const [first] = routes;
    return visitListAnswer(list, first === undefined ? null : { id: first.plan_id, version: first.plan_version });
  }

  /** As they are now: one that was called off after the plan was published is kringtid again. */
  private async meetingsOf(unitId: string, date: string, groups: ReadonlySet<string>): Promise<ListedMeeting[]> {
    const ofDay = await this.meetings.findMeetings(unitId, { from: date, to: date });
    return ofDay
      .filter(({ workGroupId }) => workGroupId === null || groups.has(workGroupId))
      .map(({ kind, onDate, startsAt, endsAt }) => ({
        kind,
        startsAt: instantOf(onDate, startsAt),
        endsAt: instantOf(onDate, endsAt),
      }));
  }
}

/**
 * The list's employee may know a protected identity by being its contact; a reader who is somebody else knows only what
 * he or she may know of that brukare.
 */
function asSeenBy(caller: Caller, employeeId: string, brukare: Brukare): Brukare {
  if (caller.employeeId === employeeId || mayKnowIdentity(caller, brukare)) return brukare;
  return { ...brukare, kontaktmanId: null, fastOmsorgskontaktId: null };
}

const idsOf = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);

const today = (): string => localOf(instantOfDate(new Date())).date;
