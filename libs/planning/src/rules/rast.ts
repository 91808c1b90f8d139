import { type Shift, type UnitSettings, formatMinuteOfDay, minuteOfDay, rastWindows } from '@hemtjanst/domain';
import type { HardRule } from './planning-rule.js';

export const rastRule: HardRule<{ readonly shift: Shift; readonly settings: UnitSettings }> = {
  kind: 'hard',
  id: 'rast',
  name: { sv: 'Rast', en: 'Rast' },
  why: {
    sv: 'Ingen arbetar mer än fem timmar i följd utan rast (arbetstidslagen 15 §).',
    en: 'Nobody works more than five hours in a row without rast (arbetstidslagen 15 §).',
  },
  explain: ({ shift, settings }) => {
    const hours = rastWindows(shift, settings)
      .map(
        ({ duration, earliest, latest }) =>
          `${formatMinuteOfDay(minuteOfDay(earliest))}–${formatMinuteOfDay(minuteOfDay(latest + duration))}`,
      )
      .join(', ');
    return {
      sv: `Rasten får inte plats (ska tas ${hours}).`,
      en: `The rast would not have room (to be taken ${hours}).`,
    };
  },
};
