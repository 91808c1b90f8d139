/** How one route is told from another: by colour, by dash and by the label on it, so that colour is never alone. */
export interface RouteLook {
  readonly light: string;
  readonly dark: string;
  readonly dash: DashName;
}

export type DashName = 'solid' | 'dashed' | 'dotted';

/** Okabe and Ito's colours, which survive every common colour blindness, darkened for paper and lightened for night. */
const COLOURS: readonly (readonly [light: string, dark: string])[] = [
  ['#0b4f8a', '#7cc0ff'],
  ['#b34700', '#ffb057'],
  ['#00694b', '#4fd6a8'],
  ['#8a2a68', '#f29ccb'],
  ['#5b4a00', '#efe06a'],
  ['#006f8f', '#7fdcf5'],
  ['#9b1c1c', '#ff9c8f'],
  ['#3d3d8f', '#b5b5ff'],
];
const DASHES: readonly DashName[] = ['solid', 'dashed', 'dotted'];

/** The look of the route with this number: 24 before one comes again. */
export function routeLook(number: number): RouteLook {
  const [light, dark] = COLOURS[number % COLOURS.length];
  const dash = DASHES[Math.floor(number / COLOURS.length) % DASHES.length];
  return { light, dark, dash };
}
