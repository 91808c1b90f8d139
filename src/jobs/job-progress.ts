type Progress = Readonly<Record<string, unknown>>;

/** Keeps the newest progress and writes it now and then only: the first at once, the last always. */
export class JobProgress {
  private newest: Progress | null = null;
  private lastWriteAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly write: (progress: Progress) => Promise<void>,
    private readonly millisecondsBetweenWrites: number,
  ) {}

  report(progress: Progress): void {
    this.newest = progress;
    if (this.timer !== null) return;
    const dueIn = Math.max(0, this.lastWriteAt + this.millisecondsBetweenWrites - Date.now());
    this.timer = setTimeout(() => this.flush(), dueIn);
  }

  /** Writes what is not written yet and waits for it. */
  async settle(): Promise<void> {
    this.stop();
    this.flush();
    await this.writing;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private flush(): void {
    this.timer = null;
    const progress = this.newest;
    if (progress === null) return;
    this.newest = null;
    this.lastWriteAt = Date.now();
    // Progress is only for the eye: a write that fails is made good by the next.
    this.writing = this.writing.then(() => this.write(progress)).catch(() => undefined);
  }
}
