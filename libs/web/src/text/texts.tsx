import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatsOf, type Formats } from '../lib/format.js';
import { sv, type Texts } from './sv.js';

export type Language = 'sv' | 'en';

interface Wording {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly texts: Texts;
  readonly formats: Formats;
}

const KEPT_AS = 'ramrutt.language';
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const WordingContext = createContext<Wording | null>(null);

export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'sv'));
  useEffect(() => {
    localStorage.setItem(KEPT_AS, language);
    document.documentElement.lang = language;
  }, [language]);
  const [english, setEnglish] = useState<Texts | null>(null);
  const needsEnglish = language === 'en' && english === null;
  useEffect(() => {
    // Without a net the page goes on in Swedish.
    if (needsEnglish) void import('./en.js').then(({ en }) => setEnglish(en)).catch(() => setLanguage('sv'));
  }, [needsEnglish]);
  const texts = language === 'en' && english !== null ? english : sv;
  const wording = useMemo(
    () => ({ language, setLanguage, texts, formats: formatsOf(LOCALES[language]) }),
    [language, texts],
  );
  // A page that begins in English waits for its words rather than showing others first.
  return needsEnglish ? null : <WordingContext value={wording}>{children}</WordingContext>;
}

/** Every sentence shown, and how times and numbers are written, in the chosen language. */
export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (wording === null) throw new Error('useWording is used inside TextsProvider');
  return wording;
}

/** The sentences of one page, which come with the page and not before: a phone never loads those of the office. */
export const useTextsOf = <PageTexts,>(both: Readonly<Record<Language, PageTexts>>): PageTexts =>
  both[useWording().language];
