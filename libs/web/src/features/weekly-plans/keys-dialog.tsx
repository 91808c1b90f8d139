import { Kbd, Table } from '@mantine/core';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf } from '../../text/texts.js';
import { Dialog } from '../../components/dialog.js';

/** Every key of the board, opened by "?". */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useTextsOf(boardTexts);
  return (
    <Dialog onClose={onClose} title={words.keysTitle}>
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
    </Dialog>
  );
}
