import type { PricedPlace, WrittenText } from '@hemtjanst/contracts';
import type { BoardTexts } from '../../../text/pages/board.js';

type Language = 'sv' | 'en';

/** What a place costs against now, what a planerare asks about first: travel, faces, then the other rules by name. */
export function priceWords(place: PricedPlace, words: BoardTexts, language: Language): readonly string[] {
  const amountOf = (rule: string): number =>
    place.lines.filter((line) => line.rule === rule).reduce((sum, line) => sum + line.amount, 0);
  const [travelMinutes, faces] = [Math.round(amountOf('travel') / 60), Math.round(amountOf('continuity'))];
  const others = place.lines.filter(({ rule, seconds }) => !SHOWN_FIRST.includes(rule) && Math.abs(seconds) >= 30);
  const said = [
    travelMinutes === 0 ? null : words.price.travel(signed(travelMinutes)),
    faces === 0 ? null : words.price.faces(signed(faces), Math.abs(faces)),
    place.shiftedVisits.length === 0 ? null : words.price.shifted(place.shiftedVisits.length),
    ...others.slice(0, 2).map(({ text }) => text[language]),
  ].filter((word) => word !== null);
  return said.length === 0 ? [words.price.nothing] : said;
}

const SHOWN_FIRST: readonly string[] = ['travel', 'continuity'];

/** With a real minus sign, so that a screen reader says it. */
export const signed = (value: number): string => (value < 0 ? `−${-value}` : `+${value}`);

export const sentences = (texts: readonly { readonly text: WrittenText }[], language: Language): string =>
  texts.map(({ text }) => text[language]).join(' ');
