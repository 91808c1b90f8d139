import { Injectable } from '@nestjs/common';
import type { TravelProposalRefresh, TravelProposalRefreshAnswer } from '@hemtjanst/contracts';
import {
  addDays,
  instantOfDate,
  localDate,
  localOf,
  proposeDoorMinutes,
  type LearningSettings,
  type LocalDate,
  type RegisteredLeg,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareDoors, type BrukareDoor } from '../brukare/brukare-doors.service.js';
import { UnitsService } from '../units/units.service.js';
import { drivenLegs, type DrivenLeg } from './driven-legs.js';
import { proposalChanges, type ProposalChanges } from './proposal-changes.js';
import { RegisteredLegRepository } from './registered-leg.repository.js';
import { legOf } from './travel-proposal.mapper.js';
import { TravelProposalRepository } from './travel-proposal.repository.js';
import type { ProposedDoor } from './travel-proposal.js';

/** Thirteen weeks: long enough for an address visited once a week, short enough to notice a new lift. */
const LEARNED_DAYS = 91;
/** A whole unit's registrations are read a part at a time, each well within the time a statement may take. */
const READ_DAYS = 13;

/** Learns from registered visits what the doors take: per address, over all employees together, never per employee. */
@Injectable()
export class TravelLearningService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly doors: BrukareDoors,
    private readonly legs: RegisteredLegRepository,
    private readonly proposals: TravelProposalRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** Makes the open proposals those of the registrations as they are now; one refresh of a unit at a time. */
  refresh(caller: Caller, unitId: string, { asOf }: TravelProposalRefresh): Promise<TravelProposalRefreshAnswer> {
    assertUnit(caller, unitId);
    const to = asOf === undefined ? today() : localDate(asOf);
    const from = addDays(to, 1 - LEARNED_DAYS);
    return this.database.runInTransaction(async () => {
      // Read before the lock: others wait for the writing only.
      const legs = await this.readLegs(unitId, from);
      await this.units.lockUnit(unitId);
      const { settings } = await this.units.loadSettings(unitId);
      const doors = await this.doors.load(caller, unitId);
      const changes = proposalChanges(await this.proposals.findLatest(unitId), proposedDoors(legs, doors, settings));
      await this.save(caller, unitId, changes);
      return {
        from,
        to,
        legs: legs.length,
        proposed: changes.added.length,
        changed: changes.changed.length,
        withdrawn: changes.withdrawn.length,
        unchanged: changes.unchanged,
      };
    });
  }

  private async readLegs(unitId: string, from: LocalDate): Promise<readonly DrivenLeg[]> {
    const legs: DrivenLeg[] = [];
    for (let day = 0; day < LEARNED_DAYS; day += READ_DAYS) {
      const [first, last] = [addDays(from, day), addDays(from, day + READ_DAYS - 1)];
      const registered = await this.legs.findRegistered(unitId, first, last);
      legs.push(...drivenLegs(registered, await this.legs.findPlanned(unitId, first, last)));
    }
    return legs;
  }

  private async save(caller: Caller, unitId: string, { added, changed, withdrawn }: ProposalChanges): Promise<void> {
    const line = { caller, recordKind: 'travel-proposal', unitId };
    for (const proposed of added) {
      const recordId = await this.proposals.insert(unitId, proposed);
      await this.auditLog.record({ ...line, action: 'foresla', recordId, brukareId: proposed.brukareId });
    }
    for (const { open, proposed } of changed) {
      assertUpdated(await this.proposals.follow(unitId, open, proposed));
      await this.auditLog.record({ ...line, action: 'andra', recordId: open.id, brukareId: open.brukareId });
    }
    for (const open of withdrawn) {
      await this.proposals.withdraw(unitId, open);
      await this.auditLog.record({ ...line, action: 'ta-bort', recordId: open.id, brukareId: open.brukareId });
    }
  }
}

const today = () => localOf(instantOfDate(new Date())).date;

function proposedDoors(
  driven: readonly DrivenLeg[],
  doors: ReadonlyMap<string, BrukareDoor>,
  settings: LearningSettings,
): readonly ProposedDoor[] {
  return [...legsByAddress(driven, doors)].flatMap(([brukareId, legs]) => {
    const place = doors.get(brukareId)?.place;
    const proposal = place === undefined ? null : proposeDoorMinutes(place, legs, settings);
    if (place === undefined || proposal === null) return [];
    return [{ ...proposal, brukareId, doorMinutesBefore: place.doorMinutes }];
  });
}

function legsByAddress(
  driven: readonly DrivenLeg[],
  doors: ReadonlyMap<string, BrukareDoor>,
): ReadonlyMap<string, readonly RegisteredLeg[]> {
  const legsOf = new Map<string, RegisteredLeg[]>();
  for (const leg of driven) {
    const { from_brukare_id: fromId, brukare_id: toId } = leg.planned;
    const from = doors.get(fromId)?.place;
    if (from === undefined) continue;
    const legs = legsOf.get(toId) ?? [];
    legs.push(legOf(leg, from));
    legsOf.set(toId, legs);
  }
  return legsOf;
}
