import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { sendProblem } from '../http/problem.filter.js';
import { notFound } from '../http/problems.js';

/** Addresses that belong to the service: a page is never an answer there, not even to a mistyped one. */
const OF_THE_SERVICE = /^\/(api|docs|docs-json|docs-yaml|health|problem)(\/|$)/;
const A_YEAR_SECONDS = 31_536_000;

/** The built pages: beside the compiled service, or in `dist` where the service runs from its sources. */
const WEB_FOLDER = findWebFolder();

/**
 * Serves the browser's pages. They hold no personal data and need no login: everything a person may see comes from the
 * API, which refuses by default. Where the pages are not built the service is the API alone. What is neither a page nor
 * an address of the service is answered as a problem, like every other wrong address.
 */
export function serveWeb(app: NestExpressApplication, folder = WEB_FOLDER): void {
  const page = path.join(folder, 'index.html');
  const hasPages = existsSync(page);
  if (hasPages) app.use(express.static(folder, { index: false, redirect: false, setHeaders: setCaching }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (hasPages && asksForPage(request)) response.setHeader('Cache-Control', 'no-cache').sendFile(page);
    else if (OF_THE_SERVICE.test(request.path)) next();
    else sendProblem(response, notFound('Adressen finns inte.'));
  });
}

/**
 * A person who opens an address of the browser's own router; at the front door anybody who takes a page. Scripts that
 * ask for anything else get a problem answer.
 */
function asksForPage(request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const wantsHtml =
    request.path === '/'
      ? request.accepts(['html', 'json']) === 'html'
      : request.headers.accept?.includes('text/html') === true;
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
