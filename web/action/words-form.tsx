import { Stack, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** One field for words that are sent trimmed, also by Ctrl+Enter, and never blank: who sends too early is led back to the field. */
export function WordsForm({
  label,
  description,
  missing,
  fault,
  maxLength,
  takesFocus = false,
  onSend,
  children,
}: {
  label: string;
  description: string;
  /** Said where the field is blank. */
  missing: string;
  /** What the server found wrong with the words. */
  fault?: string | undefined;
  maxLength: number;
  takesFocus?: boolean;
  onSend: (words: string) => void;
  /** What stands below the field, with a button that submits. */
  children: ReactNode;
}) {
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  function send() {
    setIsTried(true);
    if (words.trim() === '') field.current?.focus();
    else onSend(words.trim());
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
          label={label}
          description={description}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={isTried && words.trim() === '' ? missing : fault}
          autosize
          minRows={3}
          maxLength={maxLength}
          required
          onKeyDown={(event) => getHotkeyHandler([['mod+Enter', send]])(event)}
        />
        {children}
      </Stack>
    </form>
  );
}
