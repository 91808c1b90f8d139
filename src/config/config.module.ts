import { Module, type DynamicModule } from '@nestjs/common';
import { Env } from './env.js';

/** Gives out the settings as the injectable {@link Env}. */
@Module({})
export class ConfigModule {
  static register(env: Env): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: Env, useValue: env }], exports: [Env] };
  }
}
