import type { RegisteredTimeAnswer, VisitListAnswer } from '@hemtjanst/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { ApiProblem, callApi } from '../../lib/api-client.js';
import { todayInSweden } from '../../lib/format.js';
import { keepSealed, readSealed } from '../../offline/sealed-store.js';

/** A day's answer, and when it was read where it comes from the phone because there is no net. */
interface ReadAt<Answer> {
  readonly answer: Answer;
  readonly keptAt: string | null;
}

/** How long after the shift the day is still needed: to write in what was forgotten. */
const AFTER_SHIFT_MILLISECONDS = 60 * 60 * 1000;
/** A list without a shift is kept for as long as the longest session. */
const LONGEST_MILLISECONDS = 12 * 60 * 60 * 1000;

/** The caller's own published day. */
export function useOwnVisitList(date: string) {
  return useQuery({
    queryKey: ['visit-list', date],
    queryFn: ({ signal }) =>
      readOrKept(`list ${date}`, date, () =>
        callApi<VisitListAnswer>('/visit-lists/mine', { query: { date }, signal }),
      ),
    refetchOnReconnect: 'always',
  });
}

/** What the caller has registered on these dates, as the server has it. */
export function useOwnRegisteredTimes(dates: readonly string[]): readonly RegisteredTimeAnswer[] {
  const answers = useQueries({
    queries: dates.map((date) => ({
      queryKey: ['registered-times', date],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        readOrKept(`registered ${date}`, date, () =>
          callApi<{ readonly items: readonly RegisteredTimeAnswer[] }>('/registered-times/mine', {
            query: { date },
            signal,
          }),
        ),
      refetchOnReconnect: 'always' as const,
    })),
  });
  return answers.flatMap(({ data }) => data?.answer.items ?? []);
}

/** From the server; without a net what it answered last today, sealed on the phone until the shift is over. */
async function readOrKept<Answer extends object>(
  name: string,
  date: string,
  ask: () => Promise<Answer>,
): Promise<ReadAt<Answer>> {
  try {
    const answer = await ask();
    if (date === todayInSweden())
      await keepSealed(name, { answer, keptAt: new Date().toISOString() }, keptUntil(answer));
    return { answer, keptAt: null };
  } catch (error) {
    const isWithoutNet = error instanceof ApiProblem && error.status === 0;
    const kept = isWithoutNet ? await readSealed<ReadAt<Answer>>(name) : null;
    if (kept === null) throw error;
    return kept;
  }
}

function keptUntil(answer: object): number {
  const shiftEndsAt = 'shiftEndsAt' in answer && typeof answer.shiftEndsAt === 'string' ? answer.shiftEndsAt : null;
  const latest = Date.now() + LONGEST_MILLISECONDS;
  return shiftEndsAt === null ? latest : Math.min(latest, Date.parse(shiftEndsAt) + AFTER_SHIFT_MILLISECONDS);
}
