/** What PostgreSQL (or the driver) said went wrong. */
export interface DatabaseFault {
  /** SQLSTATE such as `23505`, a Node code such as `ECONNREFUSED`, or `POOL_TIMEOUT`. */
  readonly code: string;
  /** Name of the broken constraint, when one was broken. */
  readonly constraint: string | null;
  readonly table: string | null;
}

/** What the driver and TypeORM say, without a code, when the connection under a statement or a transaction is gone. */
const CONNECTION_TEXTS =
  /Connection terminated|connect ECONN|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|Driver not Connected|Query read timeout|the database system is|query runner (was )?already released|transaction is not started yet|connection is not yet established|database is not established/i;

/** The database fault inside an error, looking through the wrappers of TypeORM; null when it is something else. */
export function databaseFaultOf(error: unknown): DatabaseFault | null {
  if (typeof error !== 'object' || error === null) return null;
  const inner: unknown = 'driverError' in error ? error.driverError : error;
  const code = textField(inner, 'code');
  if (code !== null && /^([0-9A-Z]{5}|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code)) {
    return { code, constraint: textField(inner, 'constraint'), table: textField(inner, 'table') };
  }
  return CONNECTION_TEXTS.test(textField(error, 'message') ?? '')
    ? { code: 'CONNECTION', constraint: null, table: null }
    : null;
}

/** Another try of the whole transaction may succeed: serialization failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = databaseFaultOf(error)?.code;
  return code === '40001' || code === '40P01';
}

/** The database is away, full, starting or busy: nothing is wrong with the request. */
export function isUnavailable(fault: DatabaseFault): boolean {
  return /^(08|53|57P|25006|55P03|57014|40001|40P01|25P03|EC|EP|ET|EN|EA|CONNECTION|XX000)/.test(fault.code);
}

function textField(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null || !(field in value)) return null;
  const found: unknown = Reflect.get(value, field);
  return typeof found === 'string' ? found : null;
}
