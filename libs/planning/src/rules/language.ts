import type { Brukare, Employee, UnitSettings } from '@hemtjanst/domain';
import type { SoftRule } from './planning-rule.js';

export const lacksLanguage = (
  { language }: Pick<Brukare, 'language'>,
  { languages }: Pick<Employee, 'languages'>,
): boolean => language !== null && !languages.includes(language);

export const languageRule: SoftRule<{ readonly visits: number }> = {
  kind: 'soft',
  id: 'language',
  name: { sv: 'Språk', en: 'Language' },
  why: {
    sv: 'Den som har förlorat svenskan hen lärde sig sent i livet får hjälp av någon med modersmålet.',
    en: 'Who has lost the Swedish learnt late in life is helped by somebody with the first language.',
  },
  unit: { sv: 'besök utan gemensamt språk', en: 'visits without a common language' },
  weight: ({ weights }) => weights.languageMismatch,
  weightReason: {
    sv: 'Fem minuters restid per besök: helst, men inte värt en lång väg.',
    en: 'Five minutes of travel a visit: preferred, not worth a long way.',
  },
  explain: ({ visits }) =>
    visits > 0
      ? { sv: 'Talar inte brukarens språk', en: 'Does not speak the language of the person' }
      : { sv: 'Talar brukarens språk', en: 'Speaks the language of the person' },
};

/** Seconds-equivalents of one visit. */
export const languageCost = (brukare: Brukare, employee: Employee, settings: UnitSettings): number =>
  lacksLanguage(brukare, employee) ? languageRule.weight(settings) : 0;
