import type { ReactNode } from 'react';
import styles from './figures.module.css';

interface FiguresProps {
  /** What the figures are of, for those who hear them. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A row of figures, each with its word under it. */
export const Figures = ({ label, children }: FiguresProps) => (
  <dl className={styles.figures} aria-label={label}>
    {children}
  </dl>
);

export const Figure = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
);
