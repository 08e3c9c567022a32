import { Button, Group, Stack, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { useDeciding } from './deciding';
import { useReviewWords } from './words';

/** A question to the developer about the item, in words. */
export function AskForm({ deciding }: { deciding: ReturnType<typeof useDeciding> }) {
  const t = useReviewWords();
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  function send() {
    setIsTried(true);
    if (words.trim() === '') field.current?.focus();
    else deciding.ask(words.trim());
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Textarea
          ref={field}
          label={t('ask.words')}
          description={t('ask.hint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={isTried && words.trim() === '' ? t('ask.missing') : undefined}
          autosize
          minRows={3}
          maxLength={2000}
          required
          onKeyDown={(event) => getHotkeyHandler([['mod+Enter', send]])(event)}
        />
        <Group>
          <Button type="submit" loading={deciding.isPending}>
            {t('ask.send')}
          </Button>
          <Button variant="default" onClick={deciding.cancel}>
            {t('ask.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
