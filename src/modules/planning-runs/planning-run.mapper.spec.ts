import type { PlanningJob } from '../../jobs/planning-job.js';
import { runAnswer, runOfJob } from './planning-run.mapper.js';

function aJob(override: Partial<PlanningJob> = {}): PlanningJob {
  return {
    id: 'run',
    unitId: 'unit',
    kind: 'plan-week',
    payload: { week: '2026-W10', workGroupId: null, seed: 1, seconds: null, basedOnPlanId: null },
    status: 'running',
    attempt: 1,
    isCancelRequested: false,
    progress: null,
    errorCode: null,
    createdBy: null,
    createdAt: new Date('2026-03-02T06:00:00Z'),
    startedAt: null,
    endedAt: null,
    ...override,
  };
}

const answerOf = (override: Partial<PlanningJob>) => runAnswer(runOfJob(aJob(override)));

describe('runAnswer', () => {
  it.each([
    [{ status: 'queued', attempt: 0 }, 'Väntar på beräkning'],
    [{ status: 'queued', attempt: 1 }, 'Återupptas'],
    [{ status: 'running', attempt: 1 }, 'Beräknas'],
    [{ status: 'running', attempt: 2 }, 'Återupptas'],
    [{ status: 'running', isCancelRequested: true }, 'Avbryts'],
    [{ status: 'cancelled' }, 'Avbruten'],
  ] as const)('says of %j: %s', (override, text) => {
    expect(answerOf(override).statusText).toBe(text);
  });

  it('shows progress it knows the shape of and nothing else', () => {
    const before = { percent: 40, bestObjective: 7, unassignedVisits: 2, plannedEfficiency: null };
    const progress = { ...before, facesMean: 6.5, facesAbove10: 0.1, contactPersonShare: 0.4 };
    expect(answerOf({ progress }).progress).toEqual(progress);
    // What a run of an earlier version of the service left says nothing of faces.
    const unknown = { facesMean: null, facesAbove10: null, contactPersonShare: null };
    expect(answerOf({ progress: before }).progress).toEqual({ ...before, ...unknown });
    expect(answerOf({ progress: { step: 'reading' } }).progress).toBeNull();
  });

  it('explains a failure in Swedish, also one it has no words for', () => {
    expect(answerOf({ status: 'failed', errorCode: 'plan.bryter-regler' }).errorText).toMatch(/bröt mot en regel/);
    expect(answerOf({ status: 'failed', errorCode: 'internt-fel' }).errorText).toMatch(/Inget har sparats/);
  });

  it('gives times with the offset of Sweden', () => {
    expect(answerOf({}).createdAt).toBe('2026-03-02T07:00:00+01:00');
  });
});
