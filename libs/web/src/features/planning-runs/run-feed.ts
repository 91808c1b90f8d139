import { useEffect, useState } from 'react';

const REOPEN_MILLISECONDS = 5_000;

/** What every calculation tells of itself, whatever it calculates. */
export interface FedRun {
  readonly endedAt: string | null;
}

export interface Feed<Run extends FedRun> {
  /** Address of the stream, and the name of the events in it. */
  readonly url: string;
  readonly event: string;
  /** The run as it was when the feed was opened. */
  readonly started: Run;
  /** What the best plan has cost so far, and of which search: the costs of another search are not compared with it. */
  readonly costOf: (run: Run) => { readonly cost: number | null; readonly search: string };
  /** Stays the same from one rendering to the next. */
  readonly onEnded: (run: Run) => void;
}

export interface WatchedRun<Run> {
  readonly run: Run;
  /** Is the stream broken at the moment? It is opened again. */
  readonly isCutOff: boolean;
  /** What the best plan has cost so far, at each report that was better than the one before. */
  readonly bestCosts: readonly number[];
}

/** A run as it is now, told by the server at every change until it has ended. */
export function useRunFeed<Run extends FedRun>({ url, event, started, costOf, onEnded }: Feed<Run>): WatchedRun<Run> {
  const [watched, setWatched] = useState<WatchedRun<Run>>({ run: started, isCutOff: false, bestCosts: [] });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stream = new EventSource(url);
    let reopening: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener(event, ({ data }: MessageEvent<string>) => {
      const run = JSON.parse(data) as Run;
      setWatched((before) => {
        const { cost, search } = costOf(run);
        const isSameSearch = costOf(before.run).search === search;
        return { run, isCutOff: false, bestCosts: costsWith(isSameSearch ? before.bestCosts : [], cost) };
      });
      if (run.endedAt === null) return;
      stream.close();
      onEnded(run);
    });
    stream.onerror = () => {
      setWatched((before) => ({ ...before, isCutOff: true }));
      // After an answer that is no stream (too many of them, a restart) the browser gives up; we do not.
      if (stream.readyState === EventSource.CLOSED) {
        reopening = setTimeout(() => setAttempt((count) => count + 1), REOPEN_MILLISECONDS);
      }
    };
    return () => {
      clearTimeout(reopening);
      stream.close();
    };
  }, [url, event, attempt, costOf, onEnded]);
  return watched;
}

/** The costs told so far with one more report: what is no better adds nothing. */
function costsWith(costs: readonly number[], cost: number | null): readonly number[] {
  return cost === null || cost >= (costs.at(-1) ?? Infinity) ? costs : [...costs, cost];
}
