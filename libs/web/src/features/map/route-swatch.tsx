import { useComputedColorScheme } from '@mantine/core';
import type { DashName, RouteLook } from './route-looks.js';

const DASHES: Readonly<Record<DashName, string>> = { solid: 'none', dashed: '9 5', dotted: '3 3' };

/** The colour and dash of a route on the map, wherever the route is named. */
export function RouteSwatch({ look }: { readonly look: RouteLook }) {
  const mode = useComputedColorScheme('light');
  return (
    <svg width="34" height="10" aria-hidden data-look={`${look.light} ${look.dash}`}>
      <line x1="1" y1="5" x2="33" y2="5" stroke={look[mode]} strokeWidth="4" strokeDasharray={DASHES[look.dash]} />
    </svg>
  );
}
