/** `+4`, `−3`, `±0`: whole minutes with their sign, as a price is read. */
export function signedMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return '±0';
  return minutes > 0 ? `+${minutes}` : `−${-minutes}`;
}
