import { useEffect, useState } from 'react';

/** Back to where the person stood when a dialog opened; where that is gone, to the page itself and not to nowhere. */
export function useFocusReturn(): void {
  const [cameFrom] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = cameFrom instanceof HTMLElement && cameFrom !== document.body && cameFrom.isConnected;
      const target = isThere ? cameFrom : document.getElementById('innehall');
      target?.focus();
    },
    [cameFrom],
  );
}
