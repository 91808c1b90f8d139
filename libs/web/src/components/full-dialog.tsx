import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './full-dialog.module.css';
import { useFocusReturn } from './use-focus-return.js';

interface FullDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** The whole screen, for a map or a camera; a sheet at the thumb otherwise. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

/** The browser's own dialog: focus stays inside, Esc closes, and it weighs nothing on a phone. */
export function FullDialog({ title, closeLabel, onClose, isWhole = false, children }: FullDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // After closing, which would choose a place of its own.
  useFocusReturn();
  return (
    <dialog
      ref={dialog}
      className={isWhole ? styles.whole : styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" aria-label={closeLabel} onClick={onClose}>
          ✕
        </button>
      </div>
      {/* Scrolled by keyboard, too, before there is anything else in it to stand on. */}
      <div className={styles.body} tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </div>
    </dialog>
  );
}
