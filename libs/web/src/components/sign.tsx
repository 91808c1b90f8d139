interface SignProps {
  /** What it says: breaks a rule, warns, holds. A word stands beside it. */
  readonly kind: 'breaks' | 'warns' | 'holds';
}

const COLOURS: Readonly<Record<SignProps['kind'], string>> = {
  breaks: 'var(--rr-breaks)',
  warns: 'var(--rr-warns)',
  holds: 'var(--rr-holds)',
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
      {kind === 'breaks' && (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="M4.2 8h7.6" stroke="var(--mantine-color-body)" strokeWidth="2.4" />
        </>
      )}
      {kind === 'warns' && <path d="M8 2.2 14.6 14H1.4z" strokeLinejoin="round" />}
      {kind === 'holds' && <path d="m2.5 8.8 3.7 3.7 7.3-8.5" strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
}
