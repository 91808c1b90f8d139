import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Env } from '../config/env.js';
import { serveWeb } from '../web/serve-web.js';
import { checkAddress } from './address-check.js';
import { readJsonBody } from './json-body.js';
import { giveRequestId } from './request-id.js';

/** Everything a request meets before Nest's routing, and the published description of the API. */
export function configureHttp(app: NestExpressApplication, env: Env): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  if (env.trustsProxy) app.set('trust proxy', 1);
  app.use(giveRequestId);
  app.use(securityHeaders(env));
  app.use(checkAddress);
  serveWeb(app);
  app.use('/api', letNobodyKeep);
  app.use(readJsonBody);
  app.setGlobalPrefix('api', { exclude: ['health', 'health/ready'] });
  publishDescription(app);
}

/**
 * What the API answers is about people and true only now: no browser and no proxy keeps it (ASVS 14.3.2), and an ETag is
 * for If-Match, never for showing an old answer again. A route whose answers may be kept says so itself.
 */
function letNobodyKeep(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Nothing leaves the municipality: pages load from and talk to this address only. */
function securityHeaders(env: Env): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'connect-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: env.mode === 'production',
  });
}

function publishDescription(app: NestExpressApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Ramrutt')
    .setDescription('Från beställd ramtid till publicerade besökslistor. Fel ges som problem+json (RFC 9457).')
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, about));
}
