import {
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  TransactionNotStartedError,
} from 'typeorm';
import { databaseFaultOf, isRetryable, isUnavailable } from './sql-state.js';

const isAway = (error: unknown): boolean => {
  const fault = databaseFaultOf(error);
  return fault !== null && isUnavailable(fault);
};
const failed = (code: string): QueryFailedError =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error('failed'), { code }));

describe('what a database error means', () => {
  it.each([
    ['the runner of a transaction whose connection was cut', new QueryRunnerAlreadyReleasedError()],
    ['a rollback after the connection was cut', new TransactionNotStartedError()],
    ['a source that is not connected', new CannotExecuteNotConnectedError()],
    ['a source without database', new ConnectionIsNotSetError('postgres')],
    ['a client whose server ended', new Error('Connection terminated unexpectedly')],
    ['a client that is closed', new Error('Client was closed and is not queryable')],
    ['a pool that is used up', new Error('timeout exceeded when trying to connect')],
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a server that shuts down', failed('57P01')],
    ['a full disk', failed('53100')],
  ])('counts %s as the database being away, not as a fault of the service', (_what, error) => {
    expect(isAway(error)).toBe(true);
  });

  it('does not take a broken rule or a fault of the program for a database that is away', () => {
    expect(isAway(failed('23505'))).toBe(false);
    expect(isAway(new TypeError('x is not a function'))).toBe(false);
    expect(isAway(null)).toBe(false);
  });

  it('tries again what PostgreSQL ended because of another transaction', () => {
    expect([failed('40001'), failed('40P01'), failed('23505')].map(isRetryable)).toEqual([true, true, false]);
  });
});
