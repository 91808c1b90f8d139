import { Injectable } from '@nestjs/common';
import type {
  MonthClosingAnswer,
  MonthClosingListAnswer,
  ReimbursementAnswer,
  ReimbursementQuery,
} from '@hemtjanst/contracts';
import {
  addDays,
  calendarMonthOf,
  datesOfMonth,
  epochSecondsOf,
  localDate,
  monthClosesAt,
  reimbursement,
  type CalendarMonth,
  type Instant,
  type MonthClosingTime,
} from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { asOfDay } from '../ramtid-ledger/as-of.js';
import { LedgerMonths } from '../ramtid-ledger/ledger-months.service.js';
import { UnitsService } from '../units/units.service.js';
import { linesPerBrukare } from '../weekly-plans/lines-per-brukare.js';
import { closedLineOf, closingListItem, monthClosingAnswer } from './month-closing.mapper.js';
import {
  MonthClosingRepository,
  type ClosedLineRow,
  type MonthClosingRow,
  type RegisteringUnitRow,
} from './month-closing.repository.js';
import { WatchListRepository } from './watch-list.repository.js';

/** Freezes a month when its registrations have been taken for reimbursement, and forecasts what they are worth. */
@Injectable()
export class MonthClosingService {
  constructor(
    private readonly database: Database,
    private readonly closings: MonthClosingRepository,
    private readonly people: WatchListRepository,
    private readonly months: LedgerMonths,
    private readonly units: UnitsService,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Closing a closed month again answers with the first closing.
   *
   * @throws Problem 409 before the month's closing time
   */
  close(caller: Caller, unitId: string, wish: string): Promise<MonthClosingAnswer> {
    assertUnit(caller, unitId);
    const month = monthOf(wish);
    return this.database.runInTransaction(async () => {
      const closesAt = monthClosesAt(month, await this.closingTime(unitId));
      if (!hasPassed(closesAt)) {
        const earliest = closesAt.slice(0, 16).replace('T', ' ');
        throw conflict('manad.ej-stangd', `Månaden ${month} stängs tidigast ${earliest}.`);
      }
      const inserted = await this.freeze(unitId, month, caller.accountId);
      if (inserted !== null) {
        await this.auditLog.record({ caller, action: 'stang', recordKind: 'month-closing', recordId: month, unitId });
      }
      return this.answer(caller, unitId, inserted ?? (await this.load(unitId, month)));
    });
  }

  /**
   * Closes a month whose time has come, because of the clock and not of a person. A month that is closed stays as it is.
   *
   * @returns whether it was closed now
   */
  closeAutomatically(unitId: string, wish: string): Promise<boolean> {
    const month = monthOf(wish);
    return this.database.runInTransaction(async () => {
      if (!hasPassed(monthClosesAt(month, await this.closingTime(unitId)))) return false;
      return (await this.freeze(unitId, month, null)) !== null;
    });
  }

  /** Months of the unit since its first registered visit that have passed their closing time and are not closed. */
  async findDueMonths(unitId: string): Promise<readonly CalendarMonth[]> {
    const units = await this.closings.findRegisteringUnits();
    const unit = units.find((one) => one.unit_id === unitId);
    return unit === undefined ? [] : dueMonths(unit, await this.closingTime(unitId));
  }

  async findUnitsWithDueMonths(): Promise<readonly string[]> {
    const due: string[] = [];
    for (const unit of await this.closings.findRegisteringUnits()) {
      if (dueMonths(unit, await this.closingTime(unit.unit_id)).length > 0) due.push(unit.unit_id);
    }
    return due;
  }

  /** The closed months, and when the next one closes. */
  list(caller: Caller, unitId: string): Promise<MonthClosingListAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => {
      const closed = await this.closings.findAll(unitId);
      const closing = await this.closingTime(unitId);
      const next = nextToClose(closing);
      await this.auditLog.record({ caller, action: 'las', recordKind: 'month-closing', recordId: unitId, unitId });
      return { items: closed.map(closingListItem), next: { month: next, closesAt: monthClosesAt(next, closing) } };
    });
  }

  /** @throws Problem 404 for a month that is not closed */
  show(caller: Caller, unitId: string, month: string): Promise<MonthClosingAnswer> {
    assertUnit(caller, unitId);
    return this.database.readSnapshot(async () => this.answer(caller, unitId, await this.load(unitId, month)));
  }

  /** What the month brings at a rate per performed hour; larm is paid per month and not in it. */
  forecast(caller: Caller, unitId: string, query: ReimbursementQuery): Promise<ReimbursementAnswer> {
    assertUnit(caller, unitId);
    const [month, asOf] = [monthOf(query.month), asOfDay(query.asOf)];
    return this.database.readSnapshot(async () => {
      const { entries, settings } = await this.months.compute(unitId, month, null, asOf);
      const kronorPerHour = query.kronorPerHour ?? settings.kronorPerHour;
      const paid = entries.map(({ line }) => line).filter(({ kind }) => kind !== null && kind !== 'larm');
      const worth = reimbursement(paid, kronorPerHour);
      await this.auditLog.record({ caller, action: 'las', recordKind: 'reimbursement', recordId: month, unitId });
      return {
        month,
        asOf,
        closesAt: monthClosesAt(month, settings.monthClosing),
        kronorPerHour,
        performedKronor: Math.round(worth.performedKronor),
        forecastKronor: Math.round(worth.forecastKronor),
        aboveOrderedKronor: Math.round(worth.aboveOrderedKronor),
      };
    });
  }

  /** Null: the month was closed before, or by somebody at the same moment. */
  private async freeze(unitId: string, month: CalendarMonth, closedBy: string | null): Promise<MonthClosingRow | null> {
    const inserted = await this.closings.insert(
      unitId,
      month,
      monthClosesAt(month, await this.closingTime(unitId)),
      closedBy,
    );
    if (inserted !== null) {
      await this.closings.insertLines(unitId, inserted.id, await this.linesNow(unitId, month));
    }
    return inserted;
  }

  private async closingTime(unitId: string): Promise<MonthClosingTime> {
    return (await this.units.loadSettings(unitId)).settings.monthClosing;
  }

  private async load(unitId: string, month: string): Promise<MonthClosingRow> {
    const closing = await this.closings.find(unitId, month);
    if (closing === null) throw notFound();
    return closing;
  }

  private async answer(caller: Caller, unitId: string, closing: MonthClosingRow): Promise<MonthClosingAnswer> {
    const closed = await this.closings.findLines(unitId, closing.id);
    const now = await this.linesNow(unitId, monthOf(closing.month));
    const genders = await this.people.findGenders(unitId);
    const { settings } = await this.units.loadSettings(unitId);
    const answer = monthClosingAnswer(closing, closed, now, genders, settings.smallestCell);
    const subject = { caller, action: 'las', recordKind: 'month-closing', recordId: closing.month, unitId };
    const brukareIds = answer.changedSince.map(({ brukareId }) => brukareId);
    await this.auditLog.recordAll(linesPerBrukare(subject, brukareIds));
    return answer;
  }

  /** The month read after its last day: performed time and nothing planned. */
  private async linesNow(unitId: string, month: CalendarMonth): Promise<readonly ClosedLineRow[]> {
    const lastDay = datesOfMonth(month).at(-1) ?? localDate(`${month}-01`);
    const { entries } = await this.months.compute(unitId, month, null, addDays(lastDay, 1));
    return entries.map(closedLineOf);
  }
}

const monthOf = (month: string): CalendarMonth => calendarMonthOf(localDate(`${month}-01`));

const hasPassed = (instant: Instant): boolean => epochSecondsOf(instant) * 1000 <= Date.now();

/** Last month until it has closed, then this one. */
function nextToClose(closing: MonthClosingTime): CalendarMonth {
  const today = asOfDay(undefined);
  const lastMonth = calendarMonthOf(addDays(localDate(`${today.slice(0, 7)}-01`), -1));
  return hasPassed(monthClosesAt(lastMonth, closing)) ? calendarMonthOf(today) : lastMonth;
}

/** The oldest first. */
function dueMonths(unit: RegisteringUnitRow, closing: MonthClosingTime): readonly CalendarMonth[] {
  const due: CalendarMonth[] = [];
  for (let month = monthOf(unit.first_month); hasPassed(monthClosesAt(month, closing)); month = monthAfter(month)) {
    if (!unit.closed_months.includes(month)) due.push(month);
  }
  return due;
}

const monthAfter = (month: CalendarMonth): CalendarMonth =>
  calendarMonthOf(addDays(datesOfMonth(month).at(-1) ?? localDate(`${month}-01`), 1));
