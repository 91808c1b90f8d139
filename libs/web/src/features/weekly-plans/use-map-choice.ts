import { useState } from 'react';

const KEPT_AS = 'ramrutt.map';

/** Is the map shown beside the board? The choice is kept in this browser. */
export function useMapChoice(): { readonly isShown: boolean; readonly toggle: () => void } {
  const [isShown, setIsShown] = useState(() => localStorage.getItem(KEPT_AS) === 'shown');
  const toggle = (): void => {
    localStorage.setItem(KEPT_AS, isShown ? 'hidden' : 'shown');
    setIsShown(!isShown);
  };
  return { isShown, toggle };
}
