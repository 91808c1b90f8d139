import path from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { TileArchive } from '@hemtjanst/map-tiles';
import { Env } from '../../config/env.js';
import { spawnThread } from '../../threads/spawn-thread.js';
import type { TilesMade, TilesWanted } from './tiles-wanted.js';

/** The drawn map: made in a thread at the first question, then read tile by tile from the kept file. */
@Injectable()
export class MapTiles implements OnApplicationShutdown {
  private readonly logger = new Logger(MapTiles.name);
  private opening: Promise<TileArchive | null> | null = null;

  constructor(private readonly env: Env) {}

  /** Null where there is no usable map. A fault is told and tried again at the next question. */
  async archive(): Promise<TileArchive | null> {
    this.opening ??= this.open();
    try {
      return await this.opening;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const opened = await this.opening?.catch(() => null);
    await opened?.close();
  }

  private async open(): Promise<TileArchive | null> {
    const made = await this.make({ mapPath: this.env.mapFile, folder: path.join(this.env.dataFolder, 'map-tiles') });
    switch (made.kind) {
      case 'made':
        return TileArchive.open(made.archive);
      case 'no-map':
        this.logger.warn(`no map to draw: ${made.reason}`);
        return null;
      case 'fault':
        throw new Error(`map tiles: ${made.message}`);
    }
  }

  private make(wanted: TilesWanted): Promise<TilesMade> {
    return new Promise((resolve, reject) => {
      const thread = spawnThread(new URL('./make-tiles.thread.js', import.meta.url), { workerData: wanted });
      thread.once('message', (made: TilesMade) => {
        resolve(made);
        void thread.terminate();
      });
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`map tiles: the thread ended with code ${code}`)));
    });
  }
}
