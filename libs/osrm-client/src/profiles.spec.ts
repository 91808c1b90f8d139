import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../profiles');
const bicycleRules = readFileSync(join(__dirname, '../../street-network/src/profiles/bicycle-profile.ts'), 'utf8');

/** The figure written as `name = 12` in Lua, or as `name: 12` in TypeScript. */
function figure(text: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*[=:]\\s*([\\d.]+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no figure called ${name}`);
  return Number(found);
}

/** The figures of one mode in the street network's rules. */
function ownFigures(profileName: string): string {
  return new RegExp(`${profileName}: StreetProfile = bicycleLike\\(\\{([^}]*)\\}`).exec(bicycleRules)?.[1] ?? '';
}

describe.each([
  ['cykel', 'bicycleProfile'],
  ['elcykel', 'electricBicycleProfile'],
])('the OSRM profile %s', (mode, profileName) => {
  const lua = readFileSync(join(folder, `${mode}.lua`), 'utf8');

  it.each([
    ['cruise', 'cruiseKmh'],
    ['path', 'pathKmh'],
    ['track', 'trackKmh'],
    ['climb_loss', 'climbLoss'],
  ])('has the %s of the streets inside the service', (luaName, ownName) => {
    expect(figure(lua, luaName)).toBe(figure(ownFigures(profileName), ownName));
  });

  it('charges a right angle what the service does: 6 s, a turn to the left 1.4 times, a signal 2 s, turning round 20 s', () => {
    expect([figure(lua, 'turn_penalty'), figure(lua, 'turn_bias')]).toEqual([6, 1.4]);
    expect([figure(lua, 'signal_penalty'), figure(lua, 'u_turn_penalty')]).toEqual([2, 20]);
    expect(bicycleRules).toContain('** 2 * 6 * bias');
    expect(bicycleRules).toContain('turn.degrees >= 0 ? 1 / 1.4 : 1.4');
    expect(bicycleRules).toContain('(turn.isUTurn ? 20 : 0) + (turn.hasTrafficSignal ? 2 : 0)');
  });
});
