import type { UnitSettings } from '@hemtjanst/domain';
import type { SoftRule } from './planning-rule.js';

/** The measure looks at 14 days (domain.md section 3): the planned week and the seven days before it. */
export const DAYS_BEFORE_THE_WEEK = 7;

/** Cost of the n-th distinct employee (index n − 1) a brukare meets in the 14 days; the last repeats. */
export const faceCosts = ({ weights }: UnitSettings): readonly number[] => weights.faceCost;

export const continuityRule: SoftRule<{ readonly before: number; readonly after: number; readonly goal: number }> = {
  kind: 'soft',
  id: 'continuity',
  name: { sv: 'Kontinuitet', en: 'Continuity' },
  why: {
    sv: 'Hur många olika medarbetare en brukare möter på 14 dagar (Kolada U21401).',
    en: 'How many different employees a person meets in 14 days (Kolada U21401).',
  },
  unit: { sv: 'nya ansikten', en: 'new faces' },
  weight: (settings) => faceCosts(settings).find((cost) => cost > 0) ?? 0,
  weightReason: {
    sv: 'Växer med antalet: upp till tio ansikten kostar högst en och en halv minuts restid styck, det elfte en kvart och det trettonde en timme, så att målet på tio hålls utan långa omvägar.',
    en: 'Grows with the number: up to ten faces cost a minute and a half of travel each at most, the eleventh a quarter of an hour and the thirteenth an hour, so that the goal of ten holds without long detours.',
  },
  explain: ({ before, after, goal }) => {
    const over = after > goal ? { sv: `, över målet ${goal}`, en: `, above the goal of ${goal}` } : { sv: '', en: '' };
    const step = after - before;
    const sign = step > 0 ? `+${step}` : `−${-step}`;
    return {
      sv: `${sign} ${Math.abs(step) === 1 ? 'ansikte' : 'ansikten'} (${after} på 14 dagar${over.sv})`,
      en: `${sign} ${Math.abs(step) === 1 ? 'face' : 'faces'} (${after} in 14 days${over.en})`,
    };
  },
};
