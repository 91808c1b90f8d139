import { Injectable } from '@nestjs/common';
import type { VisitDemandListAnswer, VisitDemandQuery } from '@hemtjanst/contracts';
import { deriveVisitDemands, isoWeek } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { assertReferences } from '../../http/references.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CareUnitService } from './care-unit.service.js';
import { demandToContract, droppedToContract } from './visit-demand.mapper.js';

/**
 * Stage 2 of the flow, second half: the visits of a week. They are derived when asked for and never stored, so they
 * cannot be older than the order, the plan or the absence they come from.
 */
@Injectable()
export class VisitDemandsService {
  constructor(
    private readonly database: Database,
    private readonly careUnits: CareUnitService,
    private readonly auditLog: AuditLog,
  ) {}

  async listWeek(caller: Caller, unitId: string, query: VisitDemandQuery): Promise<VisitDemandListAnswer> {
    assertUnit(caller, unitId);
    const week = isoWeek(query.week);
    const { unit, codes, settings } = await this.careUnits.loadCareUnit(unitId, week);
    const { workGroupId } = query;
    assertReferences({ '/workGroupId': workGroupId === undefined || codes.workGroups.hasId(workGroupId) });
    const workGroupIds = workGroupId === undefined ? null : [codes.workGroups.codeOf(workGroupId)];
    const { demands, dropped } = deriveVisitDemands({ unit, week, settings, workGroupIds });
    const answer = {
      week: query.week,
      demands: demands.map((demand) => demandToContract(demand, codes)),
      dropped: dropped.map((one) => droppedToContract(one, codes)),
    };
    await this.auditReads(caller, unitId, answer);
    return answer;
  }

  /** One line per brukare whose visits are shown. */
  private async auditReads(caller: Caller, unitId: string, answer: VisitDemandListAnswer): Promise<void> {
    const brukareIds = new Set([...answer.demands, ...answer.dropped].map(({ brukareId }) => brukareId));
    const lines = [...brukareIds].map((brukareId) => {
      return { caller, action: 'las', recordKind: 'visit-demand', recordId: answer.week, brukareId, unitId };
    });
    await this.database.runInTransaction(() => this.auditLog.recordAll(lines));
  }
}
