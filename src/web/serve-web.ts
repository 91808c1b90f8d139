import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Addresses that belong to the service: a page is never an answer there, not even to a mistyped one. */
const OF_THE_SERVICE = /^\/(api|docs|docs-json|docs-yaml|health|problem)(\/|$)/;
const A_YEAR_SECONDS = 31_536_000;

/** The built pages: beside the compiled service, or in `dist` where the service runs from its sources. */
export const WEB_FOLDER = findWebFolder();

/**
 * Serves the browser's pages. They hold no personal data and need no login: everything a person may see comes from the
 * API, which refuses by default. Where the pages are not built the service is the API alone.
 */
export function serveWeb(app: NestExpressApplication, folder = WEB_FOLDER): void {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  app.use(express.static(folder, { index: false, redirect: false, setHeaders: setCaching }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!asksForPage(request)) next();
    else response.setHeader('Cache-Control', 'no-cache').sendFile(path.join(folder, 'index.html'));
  });
}

/** A person who opens an address of the browser's own router; scripts that ask for anything else get a problem answer. */
function asksForPage(request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const wantsHtml = request.headers.accept?.includes('text/html') === true;
  return isRead && wantsHtml && !OF_THE_SERVICE.test(request.path) && path.extname(request.path) === '';
}

/** Names under /assets change with their content; the rest is asked for anew. */
function setCaching(response: Response, file: string): void {
  const isHashed = path.basename(path.dirname(file)) === 'assets';
  response.setHeader('Cache-Control', isHashed ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache');
}

function findWebFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const besideService = path.resolve(here, '../../web');
  return existsSync(path.join(besideService, 'index.html')) ? besideService : path.resolve(here, '../../dist/web');
}
