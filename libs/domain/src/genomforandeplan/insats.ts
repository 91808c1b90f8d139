/** One granted kind of help; codes of formats.md section 3. It has no minutes of its own in the order. */
export type InsatsCode =
  | 'morgon'
  | 'frukost'
  | 'lunch'
  | 'middag'
  | 'kvall'
  | 'sen_kvall'
  | 'tillsyn'
  | 'dusch'
  | 'stad'
  | 'tvatt'
  | 'inkop'
  | 'apotek'
  | 'promenad'
  | 'social'
  | 'ledsagning'
  | 'avlosning'
  | 'larm';

export const INSATS_CODES: readonly InsatsCode[] = [
  'morgon',
  'frukost',
  'lunch',
  'middag',
  'kvall',
  'sen_kvall',
  'tillsyn',
  'dusch',
  'stad',
  'tvatt',
  'inkop',
  'apotek',
  'promenad',
  'social',
  'ledsagning',
  'avlosning',
  'larm',
];
