import { MouseSensor, TouchSensor, type MouseSensorOptions, type TouchSensorOptions } from '@dnd-kit/core';
import type { MouseEvent, TouchEvent } from 'react';

/** What may be gripped: visits that are not locked, and those in the tray. */
export const GRIP = '[data-demand]:not([data-locked]), [data-tray-demand]';

const isGrip = (target: EventTarget | null): boolean => target instanceof Element && target.closest(GRIP) !== null;

/**
 * One draggable area for the whole board instead of one per visit: hundreds of draggables would all be drawn again
 * whenever a drag begins. The sensors start only where a visit is gripped.
 */
export class BoardMouseSensor extends MouseSensor {
  static override activators = [
    {
      eventName: 'onMouseDown' as const,
      handler: ({ nativeEvent }: MouseEvent, options: MouseSensorOptions): boolean => {
        if (nativeEvent.button !== 0 || !isGrip(nativeEvent.target)) return false;
        options.onActivation?.({ event: nativeEvent });
        return true;
      },
    },
  ];
}

export class BoardTouchSensor extends TouchSensor {
  static override activators = [
    {
      eventName: 'onTouchStart' as const,
      handler: ({ nativeEvent }: TouchEvent, options: TouchSensorOptions): boolean => {
        if (nativeEvent.touches.length > 1 || !isGrip(nativeEvent.target)) return false;
        options.onActivation?.({ event: nativeEvent });
        return true;
      },
    },
  ];
}
