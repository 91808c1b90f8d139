import { Modal, type ModalProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWording } from '../text/texts.js';
import { useFocusReturn } from './use-focus-return.js';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: NonNullable<ModalProps['size']>;
  readonly children: ReactNode;
}

/** Narrower than this, and at 400 % zoom, a margin round a dialog is room that its fields need. */
const NARROW = '(max-width: 40em)';

/**
 * A question over the page, there as long as it is drawn: Tab stays inside, Esc closes, and focus goes back. The library
 * gives focus back only to dialogs that are kept and told to close.
 */
export function Dialog({ title, onClose, size = 'md', children }: DialogProps) {
  const { texts } = useWording();
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  useFocusReturn();
  return (
    <Modal
      opened
      returnFocus={false}
      fullScreen={isNarrow === true}
      size={size}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {children}
    </Modal>
  );
}
