import { routeLook } from './route-looks.js';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

describe('how routes are told apart', () => {
  it('gives 24 routes 24 looks', () => {
    const looks = Array.from({ length: 24 }, (_, number) => JSON.stringify(routeLook(number)));
    expect(new Set(looks).size).toBe(24);
    expect(routeLook(24)).toEqual(routeLook(0));
  });

  it('is seen on the map: 4.5:1 against the ground of either mode', () => {
    for (let number = 0; number < 8; number++) {
      const { light, dark } = routeLook(number);
      expect(contrast(light, '#f4f5f2')).toBeGreaterThan(4.5);
      expect(contrast(dark, '#1b2026')).toBeGreaterThan(4.5);
    }
  });
});
