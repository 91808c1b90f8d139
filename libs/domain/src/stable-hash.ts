/**
 * A whole number 0 … 2³² − 1 that depends on `text` alone: FNV-1a with murmur3's last mixing step, so that `% n` spreads
 * evenly also for ids that differ in one digit. For choices that must come out the same every time, not for secrets.
 */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
