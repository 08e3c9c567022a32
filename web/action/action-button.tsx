import { Button, type ButtonProps, Stack, Text } from '@mantine/core';
import { useId } from 'react';

/**
 * A button that may not be for everybody or for now: with a `refusal` it does nothing and says why, below and to readers.
 * It can still be reached by keyboard, so that nobody wonders where it went.
 */
export function ActionButton({
  refusal,
  onClick,
  label,
  children,
  ...button
}: ButtonProps & { refusal: string | null; onClick: () => void; label?: string }) {
  const id = useId();
  if (refusal === null)
    return (
      <Button {...button} onClick={onClick} aria-label={label}>
        {children}
      </Button>
    );
  return (
    <Stack gap={4} align="flex-start" maw="100%">
      <Button {...button} aria-label={label} data-disabled aria-disabled="true" aria-describedby={id}>
        {children}
      </Button>
      <Text id={id} fz="sm" c="dimmed">
        {refusal}
      </Text>
    </Stack>
  );
}
