import { setTimeout as wait } from 'node:timers/promises';
import type { TestAnswer, TestClient } from './app.js';

/** Asks for a week and waits until the run has ended; the run as it ended. */
export async function runPlanning(client: TestClient, unitId: string, wish: object): Promise<TestAnswer['body']> {
  const started = await client.post(`/api/units/${unitId}/weekly-plans`, wish);
  if (started.status !== 202) throw new Error(`start answered ${started.status}: ${JSON.stringify(started.body)}`);
  return runWhen(client, unitId, started.body.id, (run) => !['queued', 'running'].includes(run.status));
}

/** The run as soon as `isIt` holds for it. */
export async function runWhen(
  client: TestClient,
  unitId: string,
  runId: string,
  isIt: (run: TestAnswer['body']) => boolean,
  withinMilliseconds = 120_000,
): Promise<TestAnswer['body']> {
  const giveUpAt = Date.now() + withinMilliseconds;
  for (;;) {
    const { body } = await client.get(`/api/units/${unitId}/planning-runs/${runId}`);
    if (isIt(body)) return body;
    // A run that has ended changes no more.
    const hasEnded = ['done', 'failed', 'cancelled'].includes(body.status);
    if (hasEnded || Date.now() > giveUpAt) throw new Error(`the run is ${JSON.stringify(body)}`);
    await wait(50);
  }
}

/** Asks for a day to be planned anew and waits for the ways; the refusal where there is one. */
export async function replanDay(
  client: TestClient,
  unitId: string,
  planId: string,
  question: object,
): Promise<TestAnswer> {
  const runs = `/api/units/${unitId}/weekly-plans/${planId}/day-replannings`;
  const started = await client.post(runs, question);
  if (started.status !== 202) return started;
  return dayWhen(client, `${runs}/${started.body.id}`, ({ status }) => status === 'done');
}

/** The calculation of a day as soon as `isIt` holds for it. */
export async function dayWhen(
  client: TestClient,
  path: string,
  isIt: (run: TestAnswer['body']) => boolean,
  withinMilliseconds = 120_000,
): Promise<TestAnswer> {
  const giveUpAt = Date.now() + withinMilliseconds;
  for (;;) {
    const answer = await client.get(path);
    if (isIt(answer.body)) return answer;
    const hasEnded = ['done', 'failed', 'cancelled'].includes(answer.body.status);
    if (hasEnded || Date.now() > giveUpAt) throw new Error(`the calculation is ${JSON.stringify(answer.body)}`);
    await wait(50);
  }
}

/** The newest plan of a week: the proposal a run has just made. */
export async function planWeek(client: TestClient, unitId: string, wish: object): Promise<TestAnswer['body']> {
  const run = await runPlanning(client, unitId, wish);
  if (run.status !== 'done') throw new Error(`the run ended as ${run.status}: ${run.errorCode}`);
  const { body } = await client.get(`/api/units/${unitId}/weekly-plans?size=200`);
  return body.items.find((plan: { runId: string }) => plan.runId === run.id);
}

/** Publishes as it is now. */
export function publish(
  client: TestClient,
  unitId: string,
  plan: { readonly id: string; readonly version: number },
  body: object = {},
): Promise<TestAnswer> {
  return client.post(`/api/units/${unitId}/weekly-plans/${plan.id}/publish`, body, { 'if-match': `"${plan.version}"` });
}
