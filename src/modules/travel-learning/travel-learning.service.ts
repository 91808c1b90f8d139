import { Injectable } from '@nestjs/common';
import type { TravelProposalRefresh, TravelProposalRefreshAnswer } from '@hemtjanst/contracts';
import {
  addDays,
  instantOfEpochSeconds,
  localDate,
  localOf,
  proposeDoorMinutes,
  type LearningSettings,
  type RegisteredLeg,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareDoors, type BrukareDoor } from '../brukare/brukare-doors.service.js';
import { UnitsService } from '../units/units.service.js';
import { proposalChanges, type ProposalChanges } from './proposal-changes.js';
import { RegisteredLegRepository, type RegisteredLegRow } from './registered-leg.repository.js';
import { legOfRow } from './travel-proposal.mapper.js';
import { TravelProposalRepository } from './travel-proposal.repository.js';
import type { ProposedDoor } from './travel-proposal.js';

/** Half a year: long enough for an address visited once a week, short enough to notice a new lift. */
const LEARNED_DAYS = 180;

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
      await this.units.lockUnit(unitId);
      const { settings } = await this.units.loadSettings(unitId);
      const doors = await this.doors.load(caller, unitId);
      const legs = await this.legs.findLegs(unitId, from, to);
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

const today = () => localOf(instantOfEpochSeconds(Math.floor(Date.now() / 1000))).date;

function proposedDoors(
  rows: readonly RegisteredLegRow[],
  doors: ReadonlyMap<string, BrukareDoor>,
  settings: LearningSettings,
): readonly ProposedDoor[] {
  return [...legsByAddress(rows, doors)].flatMap(([brukareId, legs]) => {
    const place = doors.get(brukareId)?.place;
    const proposal = place === undefined ? null : proposeDoorMinutes(place, legs, settings);
    if (place === undefined || proposal === null) return [];
    return [{ ...proposal, brukareId, doorMinutesBefore: place.doorMinutes }];
  });
}

function legsByAddress(
  rows: readonly RegisteredLegRow[],
  doors: ReadonlyMap<string, BrukareDoor>,
): ReadonlyMap<string, readonly RegisteredLeg[]> {
  const legsOf = new Map<string, RegisteredLeg[]>();
  for (const row of rows) {
    const from = doors.get(row.from_brukare_id)?.place;
    if (from === undefined) continue;
    const legs = legsOf.get(row.brukare_id) ?? [];
    legs.push(legOfRow(row, from));
    legsOf.set(row.brukare_id, legs);
  }
  return legsOf;
}
