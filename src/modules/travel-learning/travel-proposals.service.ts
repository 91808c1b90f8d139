import { Injectable } from '@nestjs/common';
import type { TravelProposalAnswer, TravelProposalQuery } from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { offsetOf, pageOfItems, type Page, pageOrAll } from '../../http/page.js';
import { conflict, notFound } from '../../http/problems.js';
import { assertUpdated } from '../../http/update-outcome.js';
import { assertVersion } from '../../http/version.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { BrukareDoors, type BrukareDoor } from '../brukare/brukare-doors.service.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { travelProposalAnswerOf } from './travel-proposal.mapper.js';
import { TravelProposalRepository } from './travel-proposal.repository.js';
import type { TravelProposal } from './travel-proposal.js';

interface OpenProposal {
  readonly proposal: TravelProposal;
  readonly door: BrukareDoor;
}

/** What planerare and enhetschef decide about what the registrations suggest. */
@Injectable()
export class TravelProposalsService {
  constructor(
    private readonly database: Database,
    private readonly proposals: TravelProposalRepository,
    private readonly doors: BrukareDoors,
    private readonly brukare: BrukareService,
    private readonly auditLog: AuditLog,
  ) {}

  /** Those of protected addresses are there only for who may know the address. */
  list(caller: Caller, unitId: string, wish: TravelProposalQuery): Promise<Page<TravelProposalAnswer>> {
    assertUnit(caller, unitId);
    const query = { ...wish, ...pageOrAll(wish) };
    return this.database.runInTransaction(async () => {
      const doors = await this.doors.load(caller, unitId);
      const all = await this.proposals.findByStatus(unitId, query.status);
      const open = all.filter(({ brukareId }) => doors.get(brukareId)?.isOpenToCaller === true);
      const page = open.slice(offsetOf(query), offsetOf(query) + query.size);
      await this.auditLog.recordAll(page.map((proposal) => lineOf(caller, unitId, 'las', proposal)));
      return pageOfItems(page.map(travelProposalAnswerOf), open.length, query);
    });
  }

  /**
   * Writes the proposed minutes on the address.
   *
   * @throws Problem 404, 409 when it is decided already or the address changed since, 412
   */
  accept(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<TravelProposalAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { proposal, door } = await this.loadOpen(caller, unitId, id, seenVersion);
      if (door.place.doorMinutes !== proposal.doorMinutesBefore) {
        throw conflict('forslag.inaktuellt', 'Minuterna vid dörren har ändrats sedan dess. Räkna om förslagen.');
      }
      const answer = await this.decide(caller, unitId, proposal, 'antagen');
      const { brukareId, version } = door;
      await this.brukare.change(caller, unitId, brukareId, version, { doorMinutes: proposal.doorMinutes });
      return answer;
    });
  }

  /** @throws Problem 404, 409 when it is decided already, 412 */
  decline(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<TravelProposalAnswer> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const { proposal } = await this.loadOpen(caller, unitId, id, seenVersion);
      return this.decide(caller, unitId, proposal, 'avbojd');
    });
  }

  private async loadOpen(caller: Caller, unitId: string, id: string, seenVersion: number): Promise<OpenProposal> {
    const proposal = await this.proposals.findOne(unitId, id);
    if (proposal === null) throw notFound();
    const door = (await this.doors.load(caller, unitId)).get(proposal.brukareId);
    if (door?.isOpenToCaller !== true) throw notFound();
    if (proposal.status !== 'foreslagen')
      throw conflict('forslag.beslutat', 'Förslaget är redan antaget eller avböjt.');
    assertVersion(seenVersion, proposal.version);
    return { proposal, door };
  }

  private async decide(
    caller: Caller,
    unitId: string,
    { id, version }: TravelProposal,
    status: 'antagen' | 'avbojd',
  ): Promise<TravelProposalAnswer> {
    assertUpdated(await this.proposals.decide({ unitId, id, version }, status, caller.accountId));
    const decided = await this.proposals.findOne(unitId, id);
    if (decided === null) throw notFound();
    const action = status === 'antagen' ? 'anta' : 'avboj';
    await this.auditLog.record(lineOf(caller, unitId, action, decided));
    return travelProposalAnswerOf(decided);
  }
}

const lineOf = (caller: Caller, unitId: string, action: string, { id, brukareId }: TravelProposal) => ({
  caller,
  action,
  recordKind: 'travel-proposal',
  recordId: id,
  brukareId,
  unitId,
});
