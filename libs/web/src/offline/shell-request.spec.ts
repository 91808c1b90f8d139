import { shellAnswer } from './shell-request.js';

const ORIGIN = 'https://ramrutt.example';
const asked = (path: string, mode = 'no-cors', method = 'GET') =>
  shellAnswer({ method, url: new URL(path, ORIGIN).href, mode }, ORIGIN);

describe('what the service worker answers itself', () => {
  it('opens every page of the web without a net', () => {
    expect(asked('/min-dag?dag=2026-03-02', 'navigate')).toBe('page');
    expect(asked('/', 'navigate')).toBe('page');
  });

  it('keeps the files of the program', () => {
    expect(asked('/assets/index-abc.js', 'cors')).toBe('file');
    expect(asked('/icon-192.png')).toBe('file');
    expect(asked('/manifest.webmanifest', 'cors')).toBe('file');
  });

  it.each(['/api/visit-lists/mine', '/api/map/tiles/14/1/2', '/api/me', '/health', '/docs', '/problem/validering'])(
    'never touches %s',
    (path) => {
      expect(asked(path, 'cors')).toBe('network');
      expect(asked(path, 'navigate')).toBe('network');
    },
  );

  it('lets changes and other addresses pass', () => {
    expect(asked('/assets/index-abc.js', 'cors', 'POST')).toBe('network');
    expect(asked('https://elsewhere.example/assets/a.js', 'cors')).toBe('network');
    expect(asked('/finns-inte.txt')).toBe('network');
  });
});
