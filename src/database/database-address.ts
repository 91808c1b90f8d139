/** Where the database of this process is, for those that keep a connection of their own (LISTEN, the job queue). */
export class DatabaseAddress {
  constructor(readonly url: string) {}
}
