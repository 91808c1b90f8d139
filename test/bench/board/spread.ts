/** Milliseconds of one thread's CPU for many calls: median, p95 and longest. The clock would measure who else works. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  readonly line: string;
}

/** Calls `work` so many times, one after the other. */
export function spread(calls: number, work: (at: number) => unknown): Spread {
  const times = Array.from({ length: calls }, (_, at) => {
    const begin = process.cpuUsage();
    work(at);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  }).sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const [median, p95, longest] = [at(0.5), at(0.95), times.at(-1) ?? 0];
  const ms = (value: number): string => value.toFixed(1).padStart(6);
  return {
    median,
    p95,
    longest,
    line: `median ${ms(median)} ms, p95 ${ms(p95)} ms, longest ${ms(longest)} ms (${calls} calls)`,
  };
}
