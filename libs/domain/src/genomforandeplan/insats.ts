/** Codes of formats.md section 3. */
export const INSATS_CODES = [
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
] as const;

/** One granted kind of help. It has no minutes of its own in the order. */
export type InsatsCode = (typeof INSATS_CODES)[number];

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
