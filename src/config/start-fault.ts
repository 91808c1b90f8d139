/**
 * A reason why the program cannot start that the person at the terminal can mend: printed as one line per fault,
 * without a stack, before the program ends with code 1.
 */
export class StartFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: string | readonly string[]) {
    const lines = typeof faults === 'string' ? [faults] : faults;
    super(lines.join('\n'));
    this.name = 'StartFault';
    this.faults = lines;
  }
}

/** Runs an entry point: mendable faults become one line each, anything else keeps its stack; both end with code 1. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (error instanceof StartFault) {
      for (const fault of error.faults) process.stderr.write(`ramrutt: ${fault}\n`);
    } else {
      process.stderr.write(`ramrutt: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    process.exit(1);
  }
}
