import { Button, type ButtonProps, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import type { ActName, Subject } from './acts';
import { useRefusal } from './refusal';

/** A button for an action. Where it is not for this person now, it stays, tells why beneath, and does nothing. */
export function ActButton({
  act,
  subject,
  refusal: given,
  onClick,
  children,
  ...look
}: {
  act: ActName;
  subject?: Subject;
  /** Another reason than those of the table. */
  refusal?: string | null;
  onClick: () => void;
  children: string;
} & Omit<ButtonProps, 'children'>) {
  const id = useId();
  const refusal = useRefusal()(act, subject) ?? given ?? null;
  if (refusal === null) {
    return (
      <Button {...look} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Stack gap={2} align="flex-start">
      <Button {...look} data-disabled aria-disabled aria-describedby={id} onClick={(event) => event.preventDefault()}>
        {children}
      </Button>
      <Text id={id} fz="xs" c="dimmed">
        {refusal}
      </Text>
    </Stack>
  );
}
