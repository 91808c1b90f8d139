import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from './sql-state.js';

type AfterCommitStep = () => void | Promise<void>;

interface RunningTransaction {
  readonly manager: EntityManager;
  readonly steps: AfterCommitStep[];
}

const MAX_RETRIES = 5;

/**
 * The one way to the database. Services open the transaction, repositories ask {@link manager} for the EntityManager
 * and thereby take part in whatever transaction is running around them.
 *
 * @example
 * await this.database.runInTransaction(async () => {
 *   await this.orders.insert(order);
 *   this.database.afterCommit(() => this.events.emit('RamtidOrderChanged', order.id));
 * });
 */
@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly running = new AsyncLocalStorage<RunningTransaction>();

  constructor(private readonly dataSource: DataSource) {}

  /** The EntityManager of the running transaction, or one without a transaction. */
  get manager(): EntityManager {
    return this.running.getStore()?.manager ?? this.dataSource.manager;
  }

  /**
   * Runs `work` in a transaction; inside another transaction it joins that one. The whole of `work` runs again (at most
   * five times, with jitter) when PostgreSQL reports a serialization failure or a deadlock, so it must hold no effect
   * but database writes: everything else belongs in {@link afterCommit}.
   */
  async runInTransaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore() !== undefined) return work();
    for (let retry = 0; ; retry += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (retry >= MAX_RETRIES || !isRetryable(error)) throw error;
        await wait(10 * 2 ** retry * (0.5 + Math.random()));
      }
    }
  }

  /** Reads several things as of one moment: what others commit meanwhile is not seen. */
  async readSnapshot<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore() !== undefined) return work();
    return this.dataSource.transaction('REPEATABLE READ', (manager) => this.running.run({ manager, steps: [] }, work));
  }

  /**
   * Runs `work` apart from the running transaction, on a connection of its own: for what can be made again, such as a
   * cache, whose locks and faults must not become those of the transaction.
   */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.running.exit(work);
  }

  /** Runs `step` once the running transaction has committed, never when it rolled back; at once without a transaction. */
  afterCommit(step: AfterCommitStep): void {
    const transaction = this.running.getStore();
    if (transaction === undefined) void this.runStep(step);
    else transaction.steps.push(step);
  }

  /** Rows of a reading statement (or of `INSERT … RETURNING`). */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // TypeORM answers UPDATE and DELETE with [rows, count].
    const isPair =
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
    return (isPair ? result[0] : result) as readonly Row[];
  }

  /** Number of rows an UPDATE or DELETE touched: check it whenever the statement names a version. */
  async affected(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    return Array.isArray(result) && typeof result[1] === 'number' ? result[1] : 0;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const steps: AfterCommitStep[] = [];
    const result = await this.dataSource.transaction((manager) => this.running.run({ manager, steps }, work));
    for (const step of steps) await this.runStep(step);
    return result;
  }

  /** The transaction stands whatever the step does: a failing step is reported and its own recovery takes over. */
  private async runStep(step: AfterCommitStep): Promise<void> {
    try {
      await this.running.exit(async () => step());
    } catch (error) {
      this.logger.error(`after-commit step failed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
