import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How many hours the board's axis has; read by its stylesheet. */
    readonly '--hours'?: number;
    /** Wanted width of a resizable column; read by its stylesheet. */
    readonly '--side'?: string;
  }
}
