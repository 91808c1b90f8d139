import type { NewRamtidOrder, RamtidOrderAnswer, RamtidOrderChange } from '@hemtjanst/contracts';
import { localDate, type RamtidOrder } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { RamtidOrderEntity } from './ramtid-order.entity.js';

export const orderToRow = (unitId: string, order: RamtidOrder, brukare: CodeIndex) => ({
  unitId,
  code: order.id,
  brukareId: brukare.idOf(order.brukareId),
  fromDate: order.from,
  toDate: order.to,
  hoursPerMonth: order.hoursPerMonth,
  kind: order.kind,
  insatser: [...order.insatser],
  doubleStaffing: order.doubleStaffing,
  goal: order.goal,
  receivedOn: order.receivedOn,
});

/** @param brukareCode the kundnummer of the row's brukare */
export const orderToDomain = (row: RamtidOrderEntity, brukareCode: string): RamtidOrder => ({
  id: row.code,
  brukareId: brukareCode,
  from: localDate(row.fromDate),
  to: row.toDate === null ? null : localDate(row.toDate),
  hoursPerMonth: row.hoursPerMonth,
  kind: row.kind,
  insatser: row.insatser,
  doubleStaffing: row.doubleStaffing,
  goal: row.goal,
  receivedOn: row.receivedOn === null ? null : localDate(row.receivedOn),
});

export const orderToContract = (row: RamtidOrderEntity): RamtidOrderAnswer => ({
  id: row.id,
  code: row.code,
  brukareId: row.brukareId,
  from: row.fromDate,
  to: row.toDate,
  hoursPerMonth: row.hoursPerMonth,
  kind: row.kind,
  insatser: [...row.insatser],
  doubleStaffing: row.doubleStaffing,
  goal: row.goal,
  receivedOn: row.receivedOn,
  version: row.version,
});

export const newOrderToRow = (unitId: string, order: NewRamtidOrder) => ({
  unitId,
  code: order.code,
  brukareId: order.brukareId,
  ...changedOrderToRow(order),
});

/** The fields a change names; those left out are undefined and stay as they are. */
export const changedOrderToRow = (change: RamtidOrderChange) => ({
  fromDate: change.from,
  toDate: change.to,
  hoursPerMonth: change.hoursPerMonth,
  kind: change.kind,
  insatser: change.insatser,
  doubleStaffing: change.doubleStaffing,
  goal: change.goal,
  receivedOn: change.receivedOn,
});
