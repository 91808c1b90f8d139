import { useMemo } from 'react';
import { qrCode } from './qr-code.js';

/** The light frame that readers need, in squares. */
const FRAME = 4;

/** A QR code as a drawing: black on white also by night and on paper. */
export function QrImage({ text, label }: { readonly text: string; readonly label: string }) {
  const squares = useMemo(() => qrCode(text), [text]);
  const side = squares.length + 2 * FRAME;
  const dark = squares.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + FRAME} ${y + FRAME}h1v1h-1z`] : [])),
  );
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
