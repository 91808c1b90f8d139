import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { startTestApp, type TestApp } from '../support/app.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

describe('the files of the pages', () => {
  let app: TestApp;

  beforeAll(async () => {
    spawnSync(process.execPath, ['src/build-web.mjs']);
    app = await startTestApp();
  });

  afterAll(() => app.close());

  it('are open without login: these and no others', async () => {
    expect(existsSync('dist/web/index.html')).toBe(true);
    const besideAssets = readdirSync('dist/web').filter((name) => name !== 'assets' && name !== '.built-from');
    expect(besideAssets.sort()).toEqual([
      'icon-192.png',
      'icon-512.png',
      'icon.svg',
      'index.html',
      'manifest.webmanifest',
      'sw.js',
    ]);
    const script = readdirSync('dist/web/assets').find((name) => name.endsWith('.js')) ?? '';
    const answer = await app.get(`/assets/${script}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('keep what the build leaves beside them, and what lies outside, to themselves', async () => {
    expect((await app.get('/.built-from')).status).toBe(404);
    expect((await app.get('/..%2fsrc%2fmain.js')).status).toBe(404);
    expect((await app.get('/assets/../../package.json')).status).toBe(404);
  });

  it('answer a page for every address of the web, never for one of the service', async () => {
    const index = readFileSync('dist/web/index.html', 'utf8');
    for (const address of ['/', '/vecka?grupp=alla', '/finns-inte']) {
      expect((await app.get(address, asBrowser)).body).toBe(index);
    }
    expect((await app.get('/api/me', asBrowser)).status).toBe(401);
    expect((await app.get('/api/finns-inte', asBrowser)).status).toBe(404);
    expect((await app.get('/health', asBrowser)).headers.get('content-type')).toMatch(/json/);
    expect((await app.get('/docs', asBrowser)).body).toContain('swagger');
    expect((await app.get('/finns-inte.js', asBrowser)).status).toBe(404);
    expect((await app.send('POST', '/vecka', {}, asBrowser)).status).toBe(404);
  });

  it('let the browser load from and talk to this address only', async () => {
    const policy = (await app.get('/', asBrowser)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('http');
  });
});
