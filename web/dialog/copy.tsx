import { Button, CopyButton } from '@mantine/core';
import { Icon } from '../theme/icon';
import { useDialogWords } from './words';

/** Copies a text and says so, for readers too. `of` names what, where several stand on a page. */
export function Copy({ text, of }: { text: string; of?: string }) {
  const t = useDialogWords();
  return (
    <CopyButton value={text} timeout={4_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-sm"
          onClick={copy}
          leftSection={<Icon name={copied ? 'check' : 'copy'} />}
          aria-label={of ? `${t(copied ? 'copied' : 'copy')}: ${of}` : undefined}
        >
          <span role="status">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      )}
    </CopyButton>
  );
}
