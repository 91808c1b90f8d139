import { boardTexts } from '../../../text/pages/board.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import { useDragPart } from './drag-context.js';
import { forbiddenIn } from './drag-store.js';
import { priceWords, sentences } from './price-words.js';

interface DragWords {
  readonly name: string;
  /** 08:35, where the visit would begin. */
  readonly clock: string;
  /** Null while it is asked for. */
  readonly price: string | null;
  readonly warning: string | null;
  readonly isRefused: boolean;
}

/** What is to be said about the drag as it stands, for the ghost and for screen readers. */
export function useDragWords(): DragWords {
  const { language, formats } = useWording();
  const texts = useTextsOf(boardTexts);
  const dragged = useDragPart((state) => state.dragged);
  const minute = useDragPart((state) => state.target?.minute ?? null);
  const price = useDragPart((state) => state.price);
  const forbidden = useDragPart((state) => (state.target === null ? null : forbiddenIn(state, state.target.shiftId)));
  const place = price?.place ?? null;
  const clock = place !== null ? formats.clock(place.startsAt) : minute === null ? '' : clockOf(minute);
  const refusal = forbidden !== null ? forbidden[language] : price === null ? null : refusalOf(price.refusals);
  return {
    name: dragged?.name ?? '',
    clock,
    price: refusal ?? (place === null ? null : priceWords(place, texts, language).join(', ')),
    warning: place === null || place.warnings.length === 0 ? null : sentences(place.warnings, language),
    isRefused: refusal !== null,
  };

  function refusalOf(refusals: NonNullable<typeof price>['refusals']): string | null {
    return refusals.length === 0 ? null : sentences(refusals, language);
  }
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(Math.round(minute % 60)).padStart(2, '0')}`;
