import { useMemo } from 'react';
import { encode } from 'uqr';

/** The light frame that readers need, in squares. */
const FRAME = 4;

/** A QR code as a drawing: black on white also by night and on paper. */
export function QrImage({ text, label }: { readonly text: string; readonly label: string }) {
  // Level M is read also where a seventh of the tag is scratched.
  const squares = useMemo(() => encode(text, { ecc: 'M', border: FRAME }).data, [text]);
  const side = squares.length;
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
