import { availableParallelism } from 'node:os';
import type { WhatIfAnswer, WhatIfChange } from '@hemtjanst/contracts';
import { isoWeek, type WeeklyPlan } from '@hemtjanst/domain';
import { WHAT_IF, type WhatIfPayload } from '../../jobs/job-catalogue.js';
import { JobFailed } from '../../jobs/job-errors.js';
import { JobHandler, type JobContext, type JobRunner } from '../../jobs/job-handler.js';
import type { PlanBudget } from '../../planning/plan-budget.js';
import { planWeek } from '../../planning/plan-week.js';
import { TravelTimes } from '../travel-times/travel-times.service.js';
import { CareUnitService, type CareUnitCodes } from '../visit-demands/care-unit.service.js';
import { groupsTouched, visitsLost, withChangedStaff, type StaffChange } from './changed-staff.js';
import { WhatIfRepository } from './what-if.repository.js';

/** A quarter of what a plan to publish gets: enough to compare two plans that were searched for equally long. */
const COMPARING_BUDGET: PlanBudget = { kind: 'iterations-per-visit', iterations: 30 };
const SEED = 1;
const SHOWN_LEFT_OUT = 200;

/**
 * Plans the week of the groups concerned twice, as it is and with the change, with the same seed and the same amount of
 * search, and keeps what differs. The same question gives the same answer; no plan is saved.
 */
@JobHandler(WHAT_IF)
export class WhatIfProcessor implements JobRunner<WhatIfPayload> {
  constructor(
    private readonly whatIfs: WhatIfRepository,
    private readonly careUnits: CareUnitService,
    private readonly travelTimes: TravelTimes,
  ) {}

  async run(context: JobContext<WhatIfPayload>): Promise<void> {
    const { whatIfId } = context.payload;
    const question = await this.whatIfs.find(context.unitId, whatIfId);
    if (question === null) throw new JobFailed('underlag-saknas');
    const week = isoWeek(question.week);
    const { unit, codes, settings } = await this.careUnits.loadCareUnit(context.unitId, week);
    if (!question.change.shiftIds.every((id) => codes.shifts.hasId(id))) throw new JobFailed('underlag-saknas');
    const change = staffChangeOf(question.change, codes);
    const workGroupIds = groupsTouched(unit, change);
    const plan = (planned: typeof unit): Promise<WeeklyPlan> =>
      planWeek({
        unit: planned,
        week,
        workGroupIds,
        settings,
        source: this.travelTimes.source,
        seed: SEED,
        budget: COMPARING_BUDGET,
        threads: availableParallelism(),
        signal: context.signal,
      });
    const before = await plan(unit);
    const after = await plan(withChangedStaff(unit, change));
    context.signal.throwIfAborted();
    await context.finish(() => this.whatIfs.setResult(whatIfId, resultOf(before, after, workGroupIds, codes)));
  }
}

/** The change by the unit's own numbers, as plans know the shifts. */
export function staffChangeOf(change: WhatIfChange, codes: Pick<CareUnitCodes, 'shifts' | 'workGroups'>): StaffChange {
  const shiftCodes = change.shiftIds.map((id) => codes.shifts.codeOf(id));
  switch (change.kind) {
    case 'fewer-shifts':
      return { kind: change.kind, shiftCodes };
    case 'lend':
      return { kind: change.kind, shiftCodes, toWorkGroupCode: codes.workGroups.codeOf(change.toWorkGroupId) };
  }
}

type Result = NonNullable<WhatIfAnswer['result']>;

function resultOf(
  before: WeeklyPlan,
  after: WeeklyPlan,
  workGroupCodes: readonly string[],
  codes: CareUnitCodes,
): Result {
  const { leftOut, nowPlaced } = visitsLost(before, after);
  return {
    workGroupIds: workGroupCodes.map((code) => codes.workGroups.idOf(code)),
    before: sideOf(before),
    after: sideOf(after),
    leftOut: leftOut.slice(0, SHOWN_LEFT_OUT).map((demand) => ({
      brukareId: codes.brukare.idOf(demand.brukareId),
      brukareCode: demand.brukareId,
      date: demand.date,
      serviceMinutes: demand.serviceMinutes,
      priority: demand.priority,
      reason: demand.reasons[0]?.text ?? '',
    })),
    nowPlaced,
  };
}

const sideOf = ({ visits, metrics }: WeeklyPlan): Result['before'] => ({
  plannedVisits: visits.length,
  unassignedVisits: metrics.unassignedVisits,
  visitHours: hours(metrics.visitMinutes),
  travelHours: hours(metrics.travelMinutes),
  staffHours: hours(metrics.staffMinutes),
  plannedEfficiency: metrics.plannedEfficiency,
  meanEmployeesPer14Days: metrics.distinctEmployeesPer14Days.mean,
  kontaktmanShare: metrics.contactPersonShare,
});

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
