import { Kbd, Modal, Table } from '@mantine/core';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';

/** Every key of the board, opened by "?". */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { texts } = useWording();
  const words = useTextsOf(boardTexts);
  return (
    <Modal opened onClose={onClose} title={words.keysTitle} closeButtonProps={{ 'aria-label': texts.common.close }}>
      <Table>
        <Table.Tbody>
          {words.keyList.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">
                <Kbd>{key}</Kbd>
              </Table.Th>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
