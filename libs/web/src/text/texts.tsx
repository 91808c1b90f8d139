import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatsOf, type Formats } from '../lib/format.js';
import { en } from './en.js';
import { sv, type Texts } from './sv.js';

export type Language = 'sv' | 'en';

interface Wording {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly texts: Texts;
  readonly formats: Formats;
}

const KEPT_AS = 'ramrutt.language';
const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const WordingContext = createContext<Wording | null>(null);

export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'sv'));
  useEffect(() => {
    localStorage.setItem(KEPT_AS, language);
    document.documentElement.lang = language;
  }, [language]);
  const wording = useMemo(
    () => ({ language, setLanguage, texts: TEXTS[language], formats: formatsOf(LOCALES[language]) }),
    [language],
  );
  return <WordingContext value={wording}>{children}</WordingContext>;
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
