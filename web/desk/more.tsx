import { Button } from '@mantine/core';
import { useDeskWords } from './words';

/** The next page of a list; nothing at its end. */
export function More({ more, isAsking }: { more: (() => void) | undefined; isAsking: boolean }) {
  const t = useDeskWords();
  if (!more) return null;
  return (
    <Button variant="default" onClick={more} loading={isAsking} style={{ alignSelf: 'flex-start' }}>
      {t('more')}
    </Button>
  );
}
