import { Injectable } from '@nestjs/common';
import type { DoorCodeAnswer, VisitListAnswer } from '@hemtjanst/contracts';
import { instantOfEpochSeconds, localOf, type Instant } from '@hemtjanst/domain';
import type { Caller } from '../../http/caller.js';
import { conflict, forbidden, notFound } from '../../http/problems.js';
import { DoorCodesService } from '../brukare/door-codes.service.js';
import type { PublishedVisit } from '../weekly-plans/published-visit.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';

/** From half an hour before the visit, to one hour after its planned end: who is late stands at the door, too. */
const BEFORE_MILLISECONDS = 30 * 60_000;
const AFTER_MILLISECONDS = 60 * 60_000;

/** The code of a door, for the one who is planned to stand at it now. */
@Injectable()
export class OwnDoorCodesService {
  constructor(
    private readonly publishedPlans: PublishedPlansService,
    private readonly doorCodes: DoorCodesService,
  ) {}

  /**
   * @throws Problem 404 for a visit that is not published in the caller's units or has no code, 403 for a colleague's
   * visit, 409 too early or too late, 429 after too many
   */
  async show(caller: Caller, visitId: string): Promise<DoorCodeAnswer> {
    const visit = await this.publishedPlans.findVisit(caller.unitIds, visitId);
    if (visit === null || !(await this.isPublishedNow(visit)))
      throw notFound('Besöket finns inte i den gällande planen.');
    if (caller.employeeId === null || !visit.employeeIds.includes(caller.employeeId)) {
      throw forbidden('Besöket är en annan medarbetares.');
    }
    assertIsAtHand(visit, Date.now());
    return { code: await this.doorCodes.show(caller, visit.unitId, visit.brukareId) };
  }

  /** The list with the time from which each door's code is given out. */
  async withTimes(unitId: string, list: VisitListAnswer): Promise<VisitListAnswer> {
    const visited = list.stops.flatMap(({ brukareId }) => (brukareId === null ? [] : [brukareId]));
    const withCode = await this.doorCodes.findWithCode(unitId, visited);
    return {
      ...list,
      stops: list.stops.map((stop) => ({
        ...stop,
        doorCodeFrom: withCode.has(stop.brukareId ?? '') ? givenOutFrom(stop.startsAt) : null,
      })),
    };
  }

  private async isPublishedNow({ id, unitId, onDate }: PublishedVisit): Promise<boolean> {
    const published = await this.publishedPlans.findVisits(unitId, onDate, onDate, null);
    return published.some((visit) => visit.id === id);
  }
}

const givenOutFrom = (startsAt: string): Instant =>
  instantOfEpochSeconds(Math.floor((Date.parse(startsAt) - BEFORE_MILLISECONDS) / 1000));

function assertIsAtHand({ startsAt, endsAt }: PublishedVisit, now: number): void {
  if (now < Date.parse(startsAt) - BEFORE_MILLISECONDS) {
    throw conflict('portkod.for-tidigt', `Portkoden visas från ${clockOf(givenOutFrom(startsAt))}.`);
  }
  if (now > Date.parse(endsAt) + AFTER_MILLISECONDS) {
    throw conflict('portkod.for-sent', 'Besöket är över sedan mer än en timme: portkoden visas inte längre.');
  }
}

const clockOf = (instant: Instant): string => {
  const minutes = Math.floor(localOf(instant).secondOfDay / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
};
