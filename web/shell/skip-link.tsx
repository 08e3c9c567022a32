import { Anchor } from '@mantine/core';
import { useShellWords } from './words';

/** The first stop of the keyboard: past everything that is the same on each page. */
export function SkipLink() {
  const t = useShellWords();
  return (
    <Anchor href="#content" className="skip-link">
      {t('skip')}
    </Anchor>
  );
}
