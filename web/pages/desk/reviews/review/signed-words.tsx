import { Button, Code, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useReviewWords } from './words';

/** All the words that were signed, for who wants to read them as they were. */
export function SignedWords({ words, language }: { words: string; language: string }) {
  const t = useReviewWords();
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" size="compact-md" aria-expanded={isShown} onClick={toggle}>
        {t(isShown ? 'words.hide' : 'words.show')}
      </Button>
      {isShown && (
        <Code block lang={language} w="100%" style={{ whiteSpace: 'pre-wrap' }}>
          {words}
        </Code>
      )}
    </Stack>
  );
}
