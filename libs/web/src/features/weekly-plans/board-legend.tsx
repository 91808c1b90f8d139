import type { ReactNode } from 'react';
import { useWording } from '../../text/texts.js';
import styles from './board.module.css';
import { LockSign } from './lock-sign.js';

/** What the signs mean, and the keys: always in sight, because nobody looks for a help page. */
export function BoardLegend() {
  const { texts } = useWording();
  const words = texts.week.marks;
  const signs: readonly (readonly [ReactNode, string])[] = [
    ['★', words.contact],
    ['!', words.critical],
    ['⚭', words.double],
    [<LockSign key="lock" />, words.locked],
    ['☕', texts.week.board.rast.toLowerCase()],
    ['⛔', words.tight],
  ];
  return (
    <div className={styles.legend}>
      {signs.map(([sign, word]) => (
        <span key={word}>
          <span aria-hidden>{sign}</span> {word}
        </span>
      ))}
      <span>
        <span className={styles.swatch} data-proposed aria-hidden /> {words.proposed}
      </span>
      <span>
        <span className={styles.swatchWindow} aria-hidden /> {words.window}
      </span>
      <span>{texts.week.board.help}</span>
    </div>
  );
}
