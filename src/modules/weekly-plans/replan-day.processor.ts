import { REPLAN_DAY, type ReplanDayPayload } from '../../jobs/job-catalogue.js';
import { JobFailed } from '../../jobs/job-errors.js';
import { JobHandler, type JobContext, type JobRunner } from '../../jobs/job-handler.js';
import { Problem } from '../../http/problem.js';
import type { DayTask } from '../../planning/day-replanning/day-task.js';
import { replanDayOnThread } from '../../planning/day-replanning/replan-day-on-thread.js';
import { NOTHING_YET, progressOfDay } from './day-replanning.mapper.js';
import { DayReplanningRepository, type AskedDay, type DayResult } from './day-replanning.repository.js';
import { PlanInputs } from './plan-inputs.service.js';
import type { GroupWorkspace } from './plan-workspaces.service.js';
import { alternativeAnswer, replanRequest } from './replan-day.mapper.js';
import { ReplanScope } from './replan-scope.service.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';

/**
 * Plans a day anew on a thread of its own. May run twice for one job: the moment the question was asked is kept with it,
 * so a worker that takes over finds the same ways, and only the attempt that counts can keep them.
 */
@JobHandler(REPLAN_DAY)
export class ReplanDayProcessor implements JobRunner<ReplanDayPayload> {
  constructor(
    private readonly questions: DayReplanningRepository,
    private readonly plans: WeeklyPlanRepository,
    private readonly scope: ReplanScope,
    private readonly inputs: PlanInputs,
  ) {}

  async run({ jobId, unitId, payload, signal, reportProgress, finish }: JobContext<ReplanDayPayload>): Promise<void> {
    const asked = await this.questions.find(jobId);
    const plan = await this.plans.findInUnit(unitId, payload.planId);
    if (asked === null || plan === null) throw new JobFailed('plan.underlag-saknas');
    const workspace = await this.scope.open(plan, asked.question).catch(asChangedMeanwhile);
    signal.throwIfAborted();
    let latest = NOTHING_YET;
    const days = await replanDayOnThread(await this.taskOf(workspace, asked), {
      signal,
      onProgress: (progress) => reportProgress((latest = progressOfDay(progress))),
    });
    reportProgress({ ...latest, percent: 100 });
    const result: DayResult = {
      planVersion: plan.rowVersion,
      planStateId: plan.stateId,
      alternatives: days.map((day) => alternativeAnswer(day, workspace.snapshot.records)),
      days,
    };
    await finish(() => this.questions.setResult(jobId, result));
  }

  private async taskOf({ plan, snapshot, workGroupCode }: GroupWorkspace, asked: AskedDay): Promise<DayTask> {
    const { question, asOf } = asked;
    return {
      input: await this.inputs.editorInput(plan, snapshot, workGroupCode),
      workGroupId: workGroupCode,
      request: replanRequest(question, asOf, snapshot.records),
      seconds: question.seconds,
    };
  }
}

/** What was right when it was asked: the unit has changed since. */
function asChangedMeanwhile(error: unknown): never {
  throw error instanceof Problem ? new JobFailed('omplanering.andrat-underlag') : error;
}
