import fc from 'fast-check';
import { parseStrictJson } from './strict-json.js';

describe('strict JSON', () => {
  it('reads every JSON value that loses nothing exactly as JSON.parse does', () => {
    const safe = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value).normalize('NFC'));
    fc.assert(
      fc.property(safe, (text) => {
        const parsed = parseStrictJson(text);
        if (parsed.kind === 'ok') expect(parsed.value).toEqual(JSON.parse(text));
        else expect(text).toMatch(/__proto__|-0|e\+|\d{16}|\\u0000|\\ud|[\u202a-\u202e\u2066-\u2069]/i);
      }),
      { numRuns: 1000 },
    );
  });

  it('allows 32 levels and refuses the 33rd', () => {
    expect(parseStrictJson(`${'['.repeat(32)}${']'.repeat(32)}`).kind).toBe('ok');
    expect(parseStrictJson(`${'['.repeat(33)}${']'.repeat(33)}`).kind).toBe('malformed');
  });

  it('tells keys from texts: the same word may stand in several values, and as a key in several objects', () => {
    expect(parseStrictJson('{"a":"b","b":"a","c":{"a":"a"},"d":["a","a"]}').kind).toBe('ok');
    expect(parseStrictJson('{"c":{"a":1,"a":2}}').kind).toBe('malformed');
  });

  it('is not confused by brackets and quotes inside texts', () => {
    expect(parseStrictJson('{"a":"}{][\\"","b":"\\\\"}')).toEqual({ kind: 'ok', value: { a: '}{]["', b: '\\' } });
  });

  it('points at each value that cannot be kept', () => {
    const parsed = parseStrictJson('{"a/b":[1,9007199254740993],"c":"x\\u0000"}');
    expect(parsed).toMatchObject({ kind: 'values', faults: [{ pointer: '/a~1b/1' }, { pointer: '/c' }] });
  });
});
