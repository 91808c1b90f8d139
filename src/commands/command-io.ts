/** What a command sees of the world: lines out, lines for faults, and the folder relative paths start from. */
export interface CommandIo {
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
  readonly cwd: string;
}

/** Exit codes of every command (formats.md section 4). */
export const EXIT = {
  done: 0,
  checkFailed: 1,
  badInput: 2,
  componentMissing: 3,
} as const;

/** Ends a command with an exit code; the lines say what and where. */
class CommandFailure extends Error {
  constructor(
    readonly exitCode: number,
    readonly lines: readonly string[],
  ) {
    super(lines.join('\n'));
    this.name = 'CommandFailure';
  }
}

/** @returns never; throws the failure that {@link runCommand} turns into an exit code. */
export function fail(exitCode: number, ...lines: string[]): never {
  throw new CommandFailure(exitCode, lines);
}

/** Runs the body and turns an expected failure into its lines on standard error and its exit code. */
export async function runCommand(io: CommandIo, body: () => Promise<number>): Promise<number> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    error.lines.forEach((line) => io.stderr(line));
    return error.exitCode;
  }
}
