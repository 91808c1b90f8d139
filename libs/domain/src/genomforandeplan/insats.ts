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

/** Swedish, as shown in lists and explanations. */
export const INSATS_NAMES: Readonly<Record<InsatsCode, string>> = {
  morgon: 'morgonhjälp',
  frukost: 'frukost',
  lunch: 'lunch',
  middag: 'middag',
  kvall: 'kvällshjälp',
  sen_kvall: 'sen kvällshjälp',
  tillsyn: 'tillsyn',
  dusch: 'dusch',
  stad: 'städ',
  tvatt: 'tvätt',
  inkop: 'inköp',
  apotek: 'apoteksärende',
  promenad: 'promenad',
  social: 'social samvaro',
  ledsagning: 'ledsagning',
  avlosning: 'avlösning',
  larm: 'trygghetslarm',
};
