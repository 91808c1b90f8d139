/**
 * Opens the pages without a net. It keeps the program's own files and nothing else: no answer of the API ever comes into
 * its cache. The build writes the list of files and its version into the two constants below (vite.config.ts).
 */
import { shellAnswer } from './shell-request.js';

/** What this file uses of a service worker; the page's own types know none. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
}
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const __SHELL_FILES__: readonly string[];
declare const __SHELL_VERSION__: string;

const worker = globalThis as unknown as WorkerScope;
const CACHE_PREFIX = 'ramrutt-shell-';
const CACHE = CACHE_PREFIX + __SHELL_VERSION__;
const PAGE = '/';
/** A net that hangs is worse than none: after this the kept page is shown. */
const PAGE_PATIENCE_MILLISECONDS = 3000;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

// An old page goes on with its old files until it is closed: the new version takes over after that.
worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells());
});

worker.addEventListener('fetch', (event) => {
  switch (shellAnswer(event.request, worker.location.origin)) {
    case 'page':
      return event.respondWith(openPage(event.request));
    case 'file':
      return event.respondWith(giveFile(event.request));
    case 'network':
      return undefined;
  }
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache: the page must be the one its files belong to.
  await cache.addAll([PAGE, ...__SHELL_FILES__].map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MILLISECONDS) });
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

/** Names of files change with their content: what is kept is right. */
async function giveFile(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
