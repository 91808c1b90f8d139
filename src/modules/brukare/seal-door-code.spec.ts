import { doorCodeKey, openDoorCode, sealDoorCode } from './seal-door-code.js';

const key = doorCodeKey('a secret of the environment, long enough');

describe('a sealed door code', () => {
  it('opens with its key and its brukare', () => {
    expect(openDoorCode(key, 'B1', sealDoorCode(key, 'B1', '4711#'))).toBe('4711#');
  });

  it('does not open for another brukare, with another key, or when a bit has changed', () => {
    const sealed = sealDoorCode(key, 'B1', '4711');
    expect(openDoorCode(key, 'B2', sealed)).toBeNull();
    expect(openDoorCode(doorCodeKey('another secret of the environment'), 'B1', sealed)).toBeNull();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] ^= 1;
    expect(openDoorCode(key, 'B1', changed)).toBeNull();
    expect(openDoorCode(key, 'B1', Buffer.alloc(4))).toBeNull();
  });

  it('does not show in what is kept, and is never sealed twice alike', () => {
    const [one, two] = [sealDoorCode(key, 'B1', '4711'), sealDoorCode(key, 'B1', '4711')];
    expect(one.toString('latin1')).not.toContain('4711');
    expect(one.equals(two)).toBe(false);
  });
});
