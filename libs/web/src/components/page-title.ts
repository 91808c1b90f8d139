import { useEffect } from 'react';
import { useWording } from '../text/texts.js';

/** The name of the page in the browser's tab. */
export function usePageTitle(title: string): void {
  const { texts } = useWording();
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
    return () => {
      document.title = texts.product;
    };
  }, [title, texts.product]);
}
