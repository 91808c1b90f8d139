import { useLayoutEffect, useRef } from 'react';
import { Sign } from '../../../components/sign.js';
import { boardTexts } from '../../../text/pages/board.js';
import { useTextsOf } from '../../../text/texts.js';
import styles from '../board.module.css';
import { pointOf } from './board-geometry.js';
import { useDragging } from './drag-context.js';
import { useDragWords } from './use-drag-words.js';

/**
 * The visit where it would land, with what it would cost there. Moved by a transform outside of React: a pointer on its
 * way draws nothing else.
 */
export function Ghost() {
  const { store, geometry } = useDragging();
  const texts = useTextsOf(boardTexts);
  const ghost = useRef<HTMLDivElement>(null);
  const words = useDragWords();
  useLayoutEffect(() => {
    const follow = (): void => {
      const element = ghost.current;
      const { target, dragged } = store.read();
      if (element === null) return;
      if (target === null || dragged === null || geometry.current === null) {
        element.hidden = true;
        return;
      }
      const { x, y, perMinute } = pointOf(geometry.current, target);
      element.hidden = false;
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      element.style.setProperty('--ghost-width', `${(dragged.minutes * perMinute).toFixed(1)}px`);
    };
    follow();
    return store.subscribe(follow);
  }, [store, geometry]);
  return (
    <div ref={ghost} className={styles.ghost} data-ghost data-refused={words.isRefused || undefined} hidden aria-hidden>
      <div className={styles.ghostBlock}>{words.name}</div>
      <div className={styles.ghostPrice}>
        {words.clock} · {words.isRefused && <Sign kind="breaks" />} {words.price ?? texts.drag.asking}
        {words.warning !== null && (
          <div>
            <Sign kind="warns" /> {words.warning}
          </div>
        )}
      </div>
    </div>
  );
}
