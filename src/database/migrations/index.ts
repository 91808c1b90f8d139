import type { ForwardMigration } from '../forward-migration.js';
import { CreatePlatformTables } from './0001-create-platform-tables.js';

type MigrationClass = new () => ForwardMigration;

/** Every migration in order; a new one is a new file and a new last line here. */
export const migrations: readonly MigrationClass[] = [CreatePlatformTables];
