import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './resizable-columns.module.css';

interface ResizableColumnsProps {
  readonly main: ReactNode;
  readonly side: ReactNode;
  /** What the handle between them changes, for those who hear it. */
  readonly label: string;
  /** Where this browser keeps the width. */
  readonly keptAs: string;
  /** Wanted width of the side in px, until somebody has chosen another. */
  readonly sideWidth: number;
}

const NARROWEST = 280;
const WIDEST = 900;
const STEP = 32;

/**
 * Two columns whose border is moved by mouse, finger or keys; the width is kept in this browser, and a double press takes
 * it back. On a narrow screen the side stands below.
 */
export function ResizableColumns({ main, side, label, keptAs, sideWidth }: ResizableColumnsProps) {
  const [chosen, setChosen] = useState(() => keptWidth(keptAs));
  const columns = useRef<HTMLDivElement>(null);
  const width = chosen ?? sideWidth;
  const resize = useCallback(
    (wanted: number | null) => {
      const next = wanted === null ? null : Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
      if (next === null) localStorage.removeItem(keptAs);
      else localStorage.setItem(keptAs, String(next));
      setChosen(next);
    },
    [keptAs],
  );
  const onPointerMove = ({ clientX, currentTarget, pointerId }: PointerEvent): void => {
    if (!currentTarget.hasPointerCapture(pointerId) || columns.current === null) return;
    resize(columns.current.getBoundingClientRect().right - clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = widthAfter(event.key, width);
    if (wanted === null) return;
    event.preventDefault();
    resize(wanted);
  };
  return (
    <div className={styles.columns} ref={columns} style={{ '--side': `${width}px` }}>
      <div className={styles.main}>{main}</div>
      <div
        className={`${styles.handle} rr-no-print`}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => resize(null)}
        onKeyDown={onKeyDown}
      />
      <aside className={styles.side}>{side}</aside>
    </div>
  );
}

/** The side lies to the right: the left arrow makes it wider. */
function widthAfter(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width + STEP;
    case 'ArrowRight':
      return width - STEP;
    case 'Home':
      return NARROWEST;
    case 'End':
      return WIDEST;
    default:
      return null;
  }
}

function keptWidth(keptAs: string): number | null {
  const kept = Number(localStorage.getItem(keptAs));
  return kept >= NARROWEST && kept <= WIDEST ? kept : null;
}
