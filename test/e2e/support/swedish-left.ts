import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const TEXT_FOLDER = path.resolve('libs/web/src/text');
/** Stands for every argument of a sentence that is made by a function; no sentence has it. */
const GAP = '\u0001';
/** A piece of a sentence that is shorter could stand in anything. */
const SHORTEST_PIECE = 6;

interface BothLanguages {
  readonly sv: unknown;
  readonly en: unknown;
}

/** The pages' Swedish words that English has others for. */
export interface SwedishWords {
  /** Whole sentences and words. */
  readonly whole: ReadonlySet<string>;
  /** What stands round the arguments of the others. */
  readonly pieces: readonly string[];
}

/** Read from every file of texts, so that a new one is in it too. */
export async function readSwedishWords(): Promise<SwedishWords> {
  const pages = readdirSync(path.join(TEXT_FOLDER, 'pages')).filter((file) => file.endsWith('.ts'));
  const files = await Promise.all(pages.map((file) => readTexts(path.join(TEXT_FOLDER, 'pages', file))));
  const { sv } = await import(path.join(TEXT_FOLDER, 'sv.ts'));
  const { en } = await import(path.join(TEXT_FOLDER, 'en.ts'));
  return wordsOnlyIn([...files.flat(), { sv, en }]);
}

const readTexts = async (file: string): Promise<readonly BothLanguages[]> => {
  const texts: Readonly<Record<string, BothLanguages>> = await import(file);
  return Object.values(texts);
};

function wordsOnlyIn(texts: readonly BothLanguages[]): SwedishWords {
  const swedish = texts.flatMap(({ sv }) => sentencesOf(sv));
  const english = texts.flatMap(({ en }) => sentencesOf(en));
  const englishWhole = new Set(english);
  const englishPieces = english.flatMap((sentence) => sentence.split(GAP)).join('\n');
  const made = swedish.filter((sentence) => sentence.includes(GAP));
  return {
    whole: new Set(swedish.filter((sentence) => !sentence.includes(GAP) && !englishWhole.has(sentence))),
    pieces: made
      .flatMap((sentence) => sentence.split(GAP))
      .filter((piece) => piece.trim().length >= SHORTEST_PIECE && !englishPieces.includes(piece)),
  };
}

/** Every sentence in a tree of texts; a gap where an argument goes. */
function sentencesOf(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts.trim()];
  if (typeof texts === 'function') return sentencesOf(withGaps(() => texts(GAP, GAP, GAP, GAP)));
  if (typeof texts === 'object' && texts !== null) return Object.values(texts).flatMap(sentencesOf);
  return [];
}

/** What counts with its argument cannot be given a gap; its neighbours are found all the same. */
function withGaps(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Swedish that the page says in English: texts, names for screen readers, hints. What says that it is Swedish may be. */
export async function swedishOn(page: Page, { whole, pieces }: SwedishWords): Promise<readonly string[]> {
  const said = await page.evaluate<readonly string[]>(`(() => {
    const mayBeSwedish = (element) => element.closest('[lang]').lang === 'sv';
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!['SCRIPT', 'STYLE'].includes(element.tagName) && !mayBeSwedish(element)) said.push(texts.currentNode.data);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-title'])
      for (const element of document.querySelectorAll('[' + name + ']'))
        if (!mayBeSwedish(element)) said.push(element.getAttribute(name));
    return said.map((text) => text.trim()).filter((text) => text !== '');
  })()`);
  const isSwedish = (text: string): boolean => whole.has(text) || pieces.some((piece) => text.includes(piece));
  return [...new Set(said.filter(isSwedish))];
}
