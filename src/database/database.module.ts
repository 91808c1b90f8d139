import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';
import { DatabaseAddress } from './database-address.js';
import { dataSourceOptions } from './data-source.js';
import { DatabaseNotifications } from './database-notifications.js';

/** The connection pool, {@link Database} and the NOTIFY listener, for every module. */
@Module({})
export class DatabaseModule {
  static register(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(url), autoLoadEntities: true })],
      providers: [{ provide: DatabaseAddress, useValue: new DatabaseAddress(url) }, Database, DatabaseNotifications],
      exports: [DatabaseAddress, Database, DatabaseNotifications],
    };
  }
}
