import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One reviewed step forward of the database schema, as plain SQL. There is no way back: a mistake is mended by the next
 * migration, because data written after this one would not survive its reversal.
 */
export abstract class ForwardMigration implements MigrationInterface {
  /** Place in the order, unique: the number in the file name. */
  abstract readonly number: number;
  abstract readonly title: string;
  /** Statements, in order; run in one transaction. */
  abstract readonly statements: readonly string[];

  /** TypeORM orders migrations by the last 13 digits of their name. */
  get name(): string {
    return `${this.title}-${String(this.number).padStart(13, '0')}`;
  }

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
