import type { EventEmitter2 } from '@nestjs/event-emitter';
import { newRamtidOrder, type NewRamtidOrder } from '@hemtjanst/contracts';
import { CodeIndex } from '../../database/code-index.js';
import type { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { Problem } from '../../http/problem.js';
import type { AuditLine } from '../audit-log/audit-line.js';
import type { AuditLog } from '../audit-log/audit-log.js';
import type { BrukareService } from '../brukare/brukare.service.js';
import type { RamtidOrderEntity } from './ramtid-order.entity.js';
import { RamtidOrderChanged } from './ramtid-order.events.js';
import type { RamtidOrderRepository } from './ramtid-order.repository.js';
import { RamtidOrdersService } from './ramtid-orders.service.js';

const UNIT = '11111111-1111-4111-8111-111111111111';
const BRUKARE = '22222222-2222-4222-8222-222222222222';
const ORDER = '33333333-3333-4333-8333-333333333333';

const caller: Caller = {
  accountId: 'konto',
  displayName: 'Samordnare',
  roles: ['samordnare'],
  unitIds: [UNIT],
  employeeId: null,
};

const anOrder = (over: Partial<NewRamtidOrder> = {}): NewRamtidOrder => ({
  ...newRamtidOrder.parse({
    code: '1042',
    brukareId: BRUKARE,
    from: '2026-03-01',
    hoursPerMonth: 26,
    insatser: ['morgon'],
  }),
  ...over,
});

/** The service over a repository in memory, and what it told the log and the later stages. */
function setUp() {
  const rows = new Map<string, RamtidOrderEntity>();
  const told: { lines: AuditLine[]; events: unknown[] } = { lines: [], events: [] };
  const database = {
    runInTransaction: (work: () => Promise<unknown>) => work(),
    afterCommit: (step: () => void) => step(),
  } as unknown as Database;
  const repository = {
    insert: (row: Partial<RamtidOrderEntity>) => {
      rows.set(ORDER, { ...row, id: ORDER, version: 1 } as RamtidOrderEntity);
      return Promise.resolve(ORDER);
    },
    findOne: (_unitId: string, id: string) => Promise.resolve(rows.get(id) ?? null),
    update: (seen: { id: string; version: number }, change: Partial<RamtidOrderEntity>) => {
      const row = rows.get(seen.id);
      if (row === undefined) return Promise.resolve({ kind: 'missing' });
      if (row.version !== seen.version) {
        return Promise.resolve({ kind: 'changed-by-other', currentVersion: row.version });
      }
      const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      rows.set(seen.id, { ...row, ...named, version: row.version + 1 });
      return Promise.resolve({ kind: 'updated', version: row.version + 1 });
    },
  } as unknown as RamtidOrderRepository;
  const brukare = {
    loadCodes: () => Promise.resolve(new CodeIndex('brukare', [{ id: BRUKARE, code: '77' }])),
  } as unknown as BrukareService;
  const auditLog = {
    recordAll: (lines: readonly AuditLine[]) => {
      told.lines.push(...lines);
      return Promise.resolve();
    },
  } as unknown as AuditLog;
  const events = { emit: (_name: string, event: unknown) => told.events.push(event) } as unknown as EventEmitter2;
  return { service: new RamtidOrdersService(database, repository, brukare, auditLog, events), told };
}

async function problemOf(attempt: Promise<unknown> | (() => Promise<unknown>)): Promise<Problem> {
  try {
    await (typeof attempt === 'function' ? attempt() : attempt);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem');
}

describe('RamtidOrdersService', () => {
  it('receives an order, logs whose it is, and tells the later stages', async () => {
    const { service, told } = setUp();
    const received = await service.receive(caller, UNIT, anOrder());
    expect(received).toMatchObject({ id: ORDER, code: '1042', to: null, kind: 'hemtjanst', version: 1 });
    expect(told.lines).toEqual([
      { caller, action: 'skapa', recordKind: 'ramtid-order', recordId: ORDER, brukareId: BRUKARE, unitId: UNIT },
    ]);
    expect(told.events).toEqual([new RamtidOrderChanged(UNIT, [ORDER])]);
  });

  it('refuses an order for a brukare the unit does not have, and one for another unit', async () => {
    const { service, told } = setUp();
    const stranger = await problemOf(service.receive(caller, UNIT, anOrder({ brukareId: ORDER })));
    expect(stranger.errors).toEqual([
      { pointer: '/brukareId', code: 'okand-referens', detail: 'Finns inte i enheten.' },
    ]);
    expect((await problemOf(() => service.receive(caller, BRUKARE, anOrder()))).status).toBe(404);
    expect(told).toEqual({ lines: [], events: [] });
  });

  it('takes an order that ends on its first day, and not one that ends the day before', async () => {
    expect((await setUp().service.receive(caller, UNIT, anOrder({ to: '2026-03-01' }))).to).toBe('2026-03-01');
    const early = await problemOf(setUp().service.receive(caller, UNIT, anOrder({ to: '2026-02-28' })));
    expect(early.errors.map(({ pointer }) => pointer)).toEqual(['/to']);
  });

  it('takes 0 hours for a trygghetslarm, which is paid per month, and for nothing else', async () => {
    const larm = anOrder({ kind: 'larm', insatser: ['larm'], hoursPerMonth: 0 });
    expect((await setUp().service.receive(caller, UNIT, larm)).hoursPerMonth).toBe(0);
    const empty = await problemOf(setUp().service.receive(caller, UNIT, anOrder({ hoursPerMonth: 0 })));
    expect(empty.errors.map(({ pointer }) => pointer)).toEqual(['/hoursPerMonth']);
  });

  it('judges a change together with what stays as it was', async () => {
    const { service } = setUp();
    await service.receive(caller, UNIT, anOrder({ to: '2026-03-31' }));
    expect((await problemOf(service.change(caller, UNIT, ORDER, 1, { from: '2026-04-01' }))).status).toBe(422);
    const changed = await service.change(caller, UNIT, ORDER, 1, { from: '2026-04-01', to: null });
    expect(changed).toMatchObject({ from: '2026-04-01', to: null, hoursPerMonth: 26, version: 2 });
  });

  it('tells nobody of a change that came too late', async () => {
    const { service, told } = setUp();
    await service.receive(caller, UNIT, anOrder());
    await service.change(caller, UNIT, ORDER, 1, { hoursPerMonth: 20 });
    const late = await problemOf(service.change(caller, UNIT, ORDER, 1, { hoursPerMonth: 30 }));
    expect([late.status, late.members['currentVersion']]).toEqual([412, 2]);
    expect(told.events).toHaveLength(2);
  });
});
