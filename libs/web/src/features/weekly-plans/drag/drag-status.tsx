import { VisuallyHidden } from '@mantine/core';
import { boardTexts } from '../../../text/pages/board.js';
import { useTextsOf } from '../../../text/texts.js';
import { useDragPart } from './drag-context.js';
import { useDragWords } from './use-drag-words.js';

/** The drag in words, for those who do not see the ghost: where the visit would land, what it costs, what stands against it. */
export function DragStatus() {
  const texts = useTextsOf(boardTexts);
  const shiftId = useDragPart((state) => state.target?.shiftId ?? null);
  const isDragging = useDragPart((state) => state.dragged !== null);
  const isByKeyboard = useDragPart((state) => state.isByKeyboard);
  const words = useDragWords();
  const employee =
    shiftId === null ? '' : (document.querySelector(`[data-shift="${shiftId}"]`)?.getAttribute('aria-label') ?? '');
  const at = `${texts.drag.at(employee, words.clock)}. ${words.price ?? ''} ${words.warning ?? ''}`;
  return (
    <>
      <VisuallyHidden role="status">{isDragging ? (shiftId === null ? texts.drag.outside : at) : ''}</VisuallyHidden>
      {isDragging && isByKeyboard && (
        <p role="alert" className="rr-toast">
          {texts.drag.moving(words.name)}
        </p>
      )}
    </>
  );
}
