import { Button, Kbd, Modal, Stack, Switch, Table } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useDeskWords } from '../../../../desk/words';
import { useReviewWords } from './words';

export interface Moves {
  accept(): void;
  beginReturn(): void;
  beginAsk(): void;
  next(): void;
  previous(): void;
  nextReview(): void;
}

/** Whether single letters do something here. People who dictate or whose keys slip turn them off; the browser remembers it. */
export function useHasKeys() {
  return useLocalStorage({ key: 'avow.review-keys', defaultValue: true, getInitialValueInEffect: false });
}

/** The keys of a review, and their list. Nothing is typed into a field by them: they rest while one has the focus. */
export function Shortcuts({ moves }: { moves: Moves }) {
  const t = useReviewWords();
  const deskWords = useDeskWords();
  const [hasKeys, setHasKeys] = useHasKeys();
  const [isOpen, { open, close }] = useDisclosure(false);
  const keys: readonly [string, () => void, string][] = [
    ['A', moves.accept, t('keys.accept')],
    ['R', moves.beginReturn, t('keys.return')],
    ['Q', moves.beginAsk, t('keys.ask')],
    ['J', moves.next, t('keys.next')],
    ['K', moves.previous, t('keys.previous')],
    ['N', moves.nextReview, t('keys.queue')],
    ['?', open, t('keys.help')],
  ];
  useHotkeys(hasKeys && !isOpen ? keys.map(([key, act]) => [key === '?' ? 'shift+?' : key, act]) : []);
  return (
    <>
      <Button variant="default" size="compact-md" onClick={open}>
        {t('keys.show')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('keys.title')}
        closeButtonProps={{ 'aria-label': deskWords('close') }}
      >
        <Stack>
          <Switch
            label={t('keys.on')}
            description={t('keys.onHint')}
            checked={hasKeys}
            onChange={(event) => setHasKeys(event.currentTarget.checked)}
          />
          <Table aria-label={t('keys.title')}>
            <Table.Tbody>
              {[...keys.map(([key, , what]) => [key, what] as const), ['Ctrl + Enter', t('keys.send')] as const].map(
                ([key, what]) => (
                  <Table.Tr key={key}>
                    <Table.Th scope="row">
                      <Kbd>{key}</Kbd>
                    </Table.Th>
                    <Table.Td>{what}</Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </Stack>
      </Modal>
    </>
  );
}
