import { Sign, type SignKind } from '../../components/sign.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import styles from './board.module.css';

/** What the signs mean: always in sight, because nobody looks for a help page. */
export function BoardLegend() {
  const { texts } = useWording();
  const board = useTextsOf(boardTexts);
  const words = texts.week.marks;
  const signs: readonly (readonly [SignKind, string])[] = [
    ['contact', words.contact],
    ['double', words.double],
    ['locked', words.locked],
    ['rast', texts.week.board.rast.toLowerCase()],
    ['meeting', board.marks.meeting],
    ['warns', board.marks.tight],
    ['breaks', board.marks.tooShort],
  ];
  return (
    <div className={styles.legend}>
      <span>
        <span aria-hidden>!</span> {words.critical}
      </span>
      {signs.map(([kind, word]) => (
        <span key={kind}>
          <Sign kind={kind} /> {word}
        </span>
      ))}
      <Swatch kind="new-face" word={board.marks.newFace} />
      <Swatch kind="proposed" word={words.proposed} />
      <Swatch kind="window" word={words.window} />
    </div>
  );
}

interface SwatchProps {
  readonly kind: 'new-face' | 'proposed' | 'window';
  readonly word: string;
}

const Swatch = ({ kind, word }: SwatchProps) => (
  <span>
    <span className={styles.swatch} data-kind={kind} aria-hidden /> {word}
  </span>
);
