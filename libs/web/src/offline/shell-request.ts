/** What the service worker does with a request: `page` and `file` may be answered from the phone, the rest never. */
export type ShellAnswer = 'page' | 'file' | 'network';

interface AskedFor {
  readonly method: string;
  readonly url: string;
  /** The browser's own word for how the page asks; `navigate` when a page is opened. */
  readonly mode: string;
}

/** Addresses of the service: answers there are about people, and are never kept by a service worker. */
const OF_THE_SERVICE = /^\/(api|docs|docs-json|docs-yaml|health|problem)(\/|$)/;

/** Pages and the program's own files, of this address only. */
export function shellAnswer({ method, url, mode }: AskedFor, origin: string): ShellAnswer {
  const { origin: ofUrl, pathname } = new URL(url);
  if (method !== 'GET' || ofUrl !== origin || OF_THE_SERVICE.test(pathname)) return 'network';
  if (mode === 'navigate') return 'page';
  return pathname.startsWith('/assets/') || isShellFile(pathname) ? 'file' : 'network';
}

const isShellFile = (pathname: string): boolean => /^\/(icon(-\d+)?\.(svg|png)|manifest\.webmanifest)$/.test(pathname);
