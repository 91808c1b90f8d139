/** Another worker has taken the job over: this one's result must not be written. */
export class StaleAttempt extends Error {
  constructor() {
    super('another attempt of this job has begun');
    this.name = 'StaleAttempt';
  }
}

/** Somebody asked for the job to stop. */
export class JobCancelled extends Error {
  constructor() {
    super('the job was cancelled');
    this.name = 'JobCancelled';
  }
}

/** The job cannot succeed however often it is tried; `code` is shown to the person who wanted it. */
export class JobFailed extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'JobFailed';
  }
}
