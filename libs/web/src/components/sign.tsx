import type { ReactNode } from 'react';

export type SignKind = 'breaks' | 'warns' | 'holds' | 'contact' | 'double' | 'locked' | 'rast' | 'meeting';

interface SignProps {
  /** What it says; a word stands beside it. */
  readonly kind: SignKind;
}

/** The three that judge have colours of their own, the others that of the text. */
const COLOURS: Partial<Readonly<Record<SignKind, string>>> = {
  breaks: 'var(--rr-breaks)',
  warns: 'var(--rr-warns)',
  holds: 'var(--rr-holds)',
};

const SHAPES: Readonly<Record<SignKind, ReactNode>> = {
  breaks: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="M4.2 8h7.6" stroke="var(--mantine-color-body)" strokeWidth="2.4" />
    </>
  ),
  warns: <path d="M8 2.2 14.6 14H1.4z" strokeLinejoin="round" />,
  holds: <path d="m2.5 8.8 3.7 3.7 7.3-8.5" strokeLinecap="round" strokeLinejoin="round" />,
  contact: <path d="m8 .9 2.1 4.6 5 .6-3.7 3.4 1 5L8 12l-4.4 2.5 1-5L.9 6.1l5-.6z" fill="currentColor" stroke="none" />,
  double: (
    <>
      <circle cx="5.2" cy="8" r="4" strokeWidth="1.8" />
      <circle cx="10.8" cy="8" r="4" strokeWidth="1.8" />
    </>
  ),
  locked: (
    <>
      <path d="M4.8 7V4.8a3.2 3.2 0 0 1 6.4 0V7" />
      <rect x="2.6" y="6.8" width="10.8" height="8" rx="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  meeting: <path d="M3.5 15V2h9l-2.4 3.4 2.4 3.4H3.5" strokeLinejoin="round" />,
  rast: (
    <>
      <path d="M2 6h9.4v4.4a3.6 3.6 0 0 1-3.6 3.6H5.6A3.6 3.6 0 0 1 2 10.4z" fill="currentColor" stroke="none" />
      <path d="M11.6 7.2h1a1.9 1.9 0 0 1 0 3.8h-1M5 1.4v2.4M8.4 1.4v2.4" strokeWidth="1.5" />
    </>
  ),
};

/** The signs are drawn, because no font can be counted on to have them; each has a shape of its own. */
export function Sign({ kind }: SignProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="0.95em"
      height="0.95em"
      aria-hidden
      focusable="false"
      style={{ verticalAlign: '-0.1em', color: COLOURS[kind], flex: 'none' }}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      {SHAPES[kind]}
    </svg>
  );
}
