import type { Random } from './random.js';

// Given names and surnames are both made up of parts, so that no real person is meant.
const GIVEN_STARTS = ['Al', 'Bry', 'Cel', 'Dor', 'El', 'Fri', 'Gul', 'Hil', 'Is', 'Jor', 'Kas', 'Lov', 'Mir', 'Nor', 'Ol', 'Pel', 'Run', 'Sol', 'Tor', 'Ulv', 'Vil', 'Yl', 'Åst', 'Ör']; // prettier-ignore
const GIVEN_ENDS = { K: ['vina', 'della', 'mira', 'runa', 'silja', 'tessa', 'vilja', 'bina'], M: ['vin', 'bert', 'mund', 'rik', 'stan', 'tor', 'vald', 'bo'] }; // prettier-ignore
const SURNAME_STARTS = ['Ask', 'Björnbärs', 'Dagg', 'Enbärs', 'Flod', 'Glim', 'Hassel', 'Is', 'Järv', 'Klöver', 'Ljung', 'Mossa', 'Näver', 'Pil', 'Rimfrost', 'Sälg', 'Tall', 'Vass', 'Ålands', 'Ängs']; // prettier-ignore
const SURNAME_ENDS = ['blomvik', 'droppe', 'fjäril', 'glänta', 'hagtorp', 'knopp', 'lykta', 'mosse', 'pärla', 'skugga', 'stjärna', 'tuva', 'vinge', 'ådra']; // prettier-ignore

export function inventName(gender: 'K' | 'M', random: Random): string {
  const given = random.pick(GIVEN_STARTS) + random.pick(GIVEN_ENDS[gender]);
  return `${given} ${random.pick(SURNAME_STARTS)}${random.pick(SURNAME_ENDS)}`;
}
