/** From the next visit on the pages open without a net. Where the browser cannot, they work as before. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  window.addEventListener('load', () => {
    // Refused in private windows: nothing is lost but opening without a net.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
