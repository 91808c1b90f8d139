/** A padlock in the colour of the text beside it; the word always stands near, so it has no name of its own. */
export function LockSign() {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden style={{ verticalAlign: '-1px', marginRight: 3 }}>
      <path d="M3 5.5V3.6a2.5 2.5 0 0 1 5 0v1.9" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="1.2" y="5.4" width="8.6" height="6" rx="1.2" fill="currentColor" />
    </svg>
  );
}
