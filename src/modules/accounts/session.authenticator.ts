import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator } from '../../http/authenticator.js';
import type { Caller } from '../../http/caller.js';
import { tokenOf } from './session-token.js';
import { SessionsService } from './sessions.service.js';

/** Asks the session table on every request, so that a session that was ended is refused at once. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(private readonly sessions: SessionsService) {
    super();
  }

  async authenticate(request: Request): Promise<Caller | null> {
    const token = tokenOf(request);
    return token === null ? null : this.sessions.recognise(token);
  }
}
