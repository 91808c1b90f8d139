import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 100;

/**
 * The highest resident memory of a Node program and its threads, in MB, as Linux counts it; null on other systems.
 *
 * @throws Error when the program fails
 */
export async function peakMegabytesOf(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = highWaterMark(child.pid) ?? peak;
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${args[1]} ended with code ${code}`);
  return peak;
}

function highWaterMark(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    // The process has just ended, or this is no Linux.
    return null;
  }
}
