import type { ReactNode } from 'react';
import { Sign } from '../../components/sign.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import styles from './board.module.css';
import { LockSign } from './lock-sign.js';

/** What the signs mean: always in sight, because nobody looks for a help page. */
export function BoardLegend() {
  const { texts } = useWording();
  const board = useTextsOf(boardTexts);
  const words = texts.week.marks;
  const signs: readonly (readonly [ReactNode, string])[] = [
    ['★', words.contact],
    ['!', words.critical],
    ['⚭', words.double],
    [<LockSign key="lock" />, words.locked],
    ['☕', texts.week.board.rast.toLowerCase()],
    [<Sign key="warns" kind="warns" />, board.marks.tight],
    [<Sign key="breaks" kind="breaks" />, board.marks.tooShort],
  ];
  return (
    <div className={styles.legend}>
      {signs.map(([sign, word]) => (
        <span key={word}>
          <span aria-hidden>{sign}</span> {word}
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
