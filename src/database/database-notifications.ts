import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Observable, Subject } from 'rxjs';
import { DatabaseAddress } from './database-address.js';

const RECONNECT_MILLISECONDS = 1000;

/**
 * PostgreSQL NOTIFY as streams. A lost connection comes back by itself; what was sent meanwhile is gone, so a listener
 * treats a message as a reason to look, never as the truth.
 */
@Injectable()
export class DatabaseNotifications implements OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseNotifications.name);
  private readonly channels = new Map<string, Subject<string>>();
  private client: pg.Client | null = null;
  private reconnecting: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly address: DatabaseAddress) {}

  /** Payloads sent to `channel` (a plain identifier) from now on. */
  listen(channel: string): Observable<string> {
    const known = this.channels.get(channel);
    if (known !== undefined) return known;
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
    const created = new Subject<string>();
    this.channels.set(channel, created);
    if (this.client === null) void this.connect();
    else void this.client.query(`LISTEN ${channel}`).catch(() => undefined);
    return created;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.reconnecting !== null) clearTimeout(this.reconnecting);
    await this.client?.end().catch(() => undefined);
    for (const channel of this.channels.values()) channel.complete();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.address.url,
      connectionTimeoutMillis: 4000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', (message) => this.channels.get(message.channel)?.next(message.payload ?? ''));
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    try {
      await client.connect();
      for (const channel of this.channels.keys()) await client.query(`LISTEN ${channel}`);
    } catch {
      this.reconnectLater(client);
    }
  }

  private reconnectLater(lost: pg.Client): void {
    if (this.closed || this.client !== lost || this.reconnecting !== null) return;
    this.logger.warn('lost the NOTIFY connection, trying again');
    void lost.end().catch(() => undefined);
    this.reconnecting = setTimeout(() => {
      this.reconnecting = null;
      void this.connect();
    }, RECONNECT_MILLISECONDS);
    this.reconnecting.unref();
  }
}
