import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../http/authenticator.js';
import { AccountRepository } from './account.repository.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { IdentityProvider, LocalIdentityProvider } from './identity-provider.js';
import { LoginFailureRepository } from './login-failure.repository.js';
import { SessionAuthenticator } from './session.authenticator.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';

/** Global, because the access guard of every route needs the {@link Authenticator}. */
@Global()
@Module({
  controllers: [AccountsController],
  providers: [
    AccountRepository,
    SessionRepository,
    LoginFailureRepository,
    { provide: IdentityProvider, useClass: LocalIdentityProvider },
    SessionsService,
    AccountsService,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [AccountsService, Authenticator],
})
export class AccountsModule {}
