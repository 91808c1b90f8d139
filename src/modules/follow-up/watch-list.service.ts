import { Injectable } from '@nestjs/common';
import type { WatchListAnswer, WatchListQuery } from '@hemtjanst/contracts';
import { addDays, daysBetween, localDate, plansDue, type LocalDate, type PlanDue } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { UnitsService } from '../units/units.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { WatchListRepository, type WatchedOrderRow } from './watch-list.repository.js';

/** Late and soon-due genomförandeplaner, orders that end, brukare without fast omsorgskontakt or with many hours. */
@Injectable()
export class WatchListService {
  constructor(
    private readonly database: Database,
    private readonly watched: WatchListRepository,
    private readonly units: UnitsService,
    private readonly auditLog: AuditLog,
  ) {}

  show(caller: Caller, unitId: string, query: WatchListQuery): Promise<WatchListAnswer> {
    assertUnit(caller, unitId);
    const asOf = asOfDay(query.asOf);
    return this.database.readSnapshot(async () => {
      const { settings } = await this.units.loadSettings(unitId);
      const days = query.days ?? settings.soonDueDays;
      const orders = await this.watched.findOrders(unitId, asOf);
      const brukare = await this.watched.findBrukare(unitId, asOf);
      const due = plansDue(orders.map(planStateOf), asOf, days, settings);
      const orderById = new Map(orders.map((order) => [order.id, order]));
      const answer: WatchListAnswer = {
        asOf,
        days,
        latePlans: due.late.flatMap((one) => dueAnswer(one, orderById.get(one.orderId))),
        plansDueSoon: due.soon.flatMap((one) => dueAnswer(one, orderById.get(one.orderId))),
        ordersEnding: orders.flatMap((order) => endingAnswer(order, asOf, days)),
        withoutFastOmsorgskontakt: brukare
          .filter((one) => !one.has_fast_omsorgskontakt)
          .map((one) => ({ brukareId: one.brukare_id, brukareCode: one.brukare_code })),
        manyHoursAbove: settings.manyHoursPerMonth,
        manyHours: brukare
          .filter((one) => one.hours_per_month > settings.manyHoursPerMonth)
          .map((one) => ({
            brukareId: one.brukare_id,
            brukareCode: one.brukare_code,
            hoursPerMonth: one.hours_per_month,
          })),
      };
      await this.auditReads(caller, unitId, answer);
      return answer;
    });
  }

  private async auditReads(caller: Caller, unitId: string, answer: WatchListAnswer): Promise<void> {
    const { latePlans, plansDueSoon, ordersEnding, withoutFastOmsorgskontakt, manyHours } = answer;
    const shown = [...latePlans, ...plansDueSoon, ...ordersEnding, ...withoutFastOmsorgskontakt, ...manyHours];
    const subject = { caller, action: 'las', recordKind: 'watch-list', recordId: answer.asOf, unitId };
    const brukareIds = shown.map(({ brukareId }) => brukareId);
    await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
  }
}

const planStateOf = (order: WatchedOrderRow) => ({
  orderId: order.id,
  brukareId: order.brukare_id,
  from: localDate(order.from_date),
  receivedOn: order.received_on === null ? null : localDate(order.received_on),
  agreedOn: order.agreed_on === null ? null : localDate(order.agreed_on),
  followUpOn: order.follow_up_on === null ? null : localDate(order.follow_up_on),
});

const orderAnswer = (order: WatchedOrderRow) => ({
  ramtidOrderId: order.id,
  orderCode: order.code,
  brukareId: order.brukare_id,
  brukareCode: order.brukare_code,
});

const dueAnswer = (
  { task, dueOn, daysLeft }: PlanDue,
  order: WatchedOrderRow | undefined,
): WatchListAnswer['latePlans'] => (order === undefined ? [] : [{ ...orderAnswer(order), task, dueOn, daysLeft }]);

function endingAnswer(order: WatchedOrderRow, asOf: LocalDate, days: number): WatchListAnswer['ordersEnding'] {
  if (order.to_date === null || order.to_date > addDays(asOf, days)) return [];
  const to = localDate(order.to_date);
  return [{ ...orderAnswer(order), to, daysLeft: daysBetween(asOf, to) }];
}
