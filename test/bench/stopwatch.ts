export interface Timed<T> {
  readonly result: T;
  /** On the clock. */
  readonly seconds: number;
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const result = await work();
  const seconds = (performance.now() - begin) / 1000;
  const used = process.cpuUsage(cpu);
  return { result, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
}
