import { Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** The button of a form, as `ActionButton`: with a `refusal` it sends nothing and says why. */
export function SubmitButton({
  refusal,
  loading,
  children,
}: {
  refusal: string | null;
  loading: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const isRefused = refusal !== null;
  return (
    <Stack gap={4} align="flex-start">
      <Button
        type={isRefused ? 'button' : 'submit'}
        loading={loading}
        data-disabled={isRefused || undefined}
        aria-disabled={isRefused || undefined}
        aria-describedby={isRefused ? id : undefined}
      >
        {children}
      </Button>
      {isRefused && (
        <Text id={id} fz="sm" c="dimmed">
          {refusal}
        </Text>
      )}
    </Stack>
  );
}
