import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CalendarFeedAnswer, CalendarFeedState, OwnCalendarQuery } from '@hemtjanst/contracts';
import { addDays, instantOfDate, localDate, localOf, type LocalDate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CalendarFeedRepository, type FeedHolder, type FeedOwner } from './calendar-feed.repository.js';
import { ownCalendar } from './own-calendar.js';
import { VisitListRepository } from './visit-list.repository.js';

/** As many bits as nobody guesses; the address is as secret as a password, which is why it ends and can be taken back. */
const SECRET_BYTES = 32;
const VALID_DAYS = 180;
const DAYS_BACK = 7;
const DAYS_AHEAD = 28;

/** An employee's shifts and visits in a calendar: downloaded, or read by a calendar program at a secret address. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeedRepository,
    private readonly lists: VisitListRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the account belongs to no employee of the caller's units */
  download(caller: Caller, query: OwnCalendarQuery): Promise<string> {
    return this.database.readSnapshot(async () => this.calendarBetween(await this.ownerOf(caller), query));
  }

  async state(caller: Caller): Promise<CalendarFeedState> {
    await this.ownerOf(caller);
    return this.stateOf(caller.accountId);
  }

  /** A new secret address; the one before stops working. */
  open(caller: Caller): Promise<CalendarFeedAnswer> {
    return this.database.runInTransaction(async () =>
      this.replaceFeed(caller, { ...(await this.ownerOf(caller)), accountId: caller.accountId }),
    );
  }

  revoke(caller: Caller): Promise<void> {
    return this.database.runInTransaction(async () =>
      this.removeFeed(caller, { ...(await this.ownerOf(caller)), accountId: caller.accountId }),
    );
  }

  /** An employee's shifts and visits as the office hands them out. @throws Problem 404 for an employee of another unit */
  downloadFor(caller: Caller, owner: FeedOwner, query: OwnCalendarQuery): Promise<string> {
    return this.database.readSnapshot(async () => {
      await this.assertEmployee(caller, owner);
      return this.calendarBetween(owner, query);
    });
  }

  async stateFor(caller: Caller, owner: FeedOwner): Promise<CalendarFeedState> {
    await this.assertEmployee(caller, owner);
    return this.stateOf(await this.feeds.findAccountOf(owner.employeeId));
  }

  /**
   * The office makes the address for who cannot make it; the one before stops working.
   *
   * @throws Problem 409 where the employee has no account: the feed would never end with it
   */
  openFor(caller: Caller, owner: FeedOwner): Promise<CalendarFeedAnswer> {
    return this.database.runInTransaction(async () => this.replaceFeed(caller, await this.holderOf(caller, owner)));
  }

  revokeFor(caller: Caller, owner: FeedOwner): Promise<void> {
    return this.database.runInTransaction(async () => this.removeFeed(caller, await this.holderOf(caller, owner)));
  }

  /** @throws Problem 404 for a secret that is not known, has been revoked or has expired */
  read(secret: string): Promise<string> {
    return this.database.readSnapshot(async () => {
      const owner = await this.feeds.findOwner(hashOf(secret), today());
      if (owner === null) throw notFound();
      return this.calendarOf(owner, addDays(today(), -DAYS_BACK), addDays(today(), DAYS_AHEAD));
    });
  }

  private async stateOf(accountId: string | null): Promise<CalendarFeedState> {
    const feed = accountId === null ? null : await this.feeds.findOpen(accountId, today());
    return {
      hasAccount: accountId !== null,
      isOpen: feed !== null,
      madeAt: feed === null ? null : instantOfDate(feed.madeAt),
      expiresOn: feed?.expiresOn ?? null,
    };
  }

  private async replaceFeed(caller: Caller, holder: FeedHolder): Promise<CalendarFeedAnswer> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const expiresOn = addDays(today(), VALID_DAYS);
    await this.feeds.replace(holder, hashOf(secret), expiresOn);
    await this.recordChange(caller, holder, 'skapa');
    return { address: `/api/calendar-feeds/${secret}`, expiresOn };
  }

  private async removeFeed(caller: Caller, holder: FeedHolder): Promise<void> {
    await this.feeds.remove(holder.accountId);
    await this.recordChange(caller, holder, 'ta-bort');
  }

  private async assertEmployee(caller: Caller, { unitId, employeeId }: FeedOwner): Promise<void> {
    assertUnit(caller, unitId);
    if ((await this.lists.findUnitOf(employeeId, [unitId])) === null) throw notFound();
  }

  private async holderOf(caller: Caller, owner: FeedOwner): Promise<FeedHolder> {
    await this.assertEmployee(caller, owner);
    const accountId = await this.feeds.findAccountOf(owner.employeeId);
    if (accountId === null) throw conflict('kalender.inget-konto', 'Medarbetaren har inget konto att logga in med.');
    return { ...owner, accountId };
  }

  private calendarBetween(owner: FeedOwner, query: OwnCalendarQuery): Promise<string> {
    const from = query.from === undefined ? today() : localDate(query.from);
    return this.calendarOf(owner, from, query.to === undefined ? addDays(from, DAYS_AHEAD) : localDate(query.to));
  }

  private async calendarOf(owner: FeedOwner, from: LocalDate, to: LocalDate): Promise<string> {
    const shifts = await this.feeds.findShifts(owner, from, to);
    return ownCalendar(shifts, await this.feeds.findVisits(owner, from, to));
  }

  private async ownerOf({ employeeId, unitIds }: Caller): Promise<FeedOwner> {
    const unitId = employeeId === null ? null : await this.lists.findUnitOf(employeeId, unitIds);
    if (employeeId === null || unitId === null) throw notFound('Kontot hör inte till någon medarbetare.');
    return { unitId, employeeId };
  }

  private recordChange(caller: Caller, { unitId, employeeId }: FeedOwner, action: string): Promise<void> {
    return this.auditLog.record({ caller, action, recordKind: 'calendar-feed', recordId: employeeId, unitId });
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const today = (): LocalDate => localOf(instantOfDate(new Date())).date;
