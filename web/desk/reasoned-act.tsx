import { Button, type ButtonProps, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../client/problem';
import { ProblemNotice } from '../problem/problem-notice';
import { ActButton } from './act-button';
import type { ActName, Subject } from './acts';
import { useDeskWords } from './words';

/** As `useCommand` gives it. */
interface Command<Given> {
  mutate(given: Given, options?: { onSuccess?: () => void }): void;
  reset(): void;
  isPending: boolean;
  error: Problem | null;
}

/**
 * An action that people answer for: a button, then a dialog that says what it does and, where it takes one, asks for the reason.
 * `given` makes what is sent from the reason; null: the fields in `children` are not complete.
 */
export function ReasonedAct<Given>({
  act,
  subject,
  refusal,
  label,
  what,
  reason: asks = null,
  given,
  command,
  children,
  ...look
}: {
  act: ActName;
  subject?: Subject;
  refusal?: string | null;
  label: string;
  /** What it does, and to whom. */
  what: ReactNode;
  /** Who reads the reason; null where none is asked for. */
  reason?: string | null;
  given: (reason: string) => Given | null;
  command: Command<Given>;
  /** Fields beside the reason. */
  children?: ReactNode;
} & Omit<ButtonProps, 'children'>) {
  const t = useDeskWords();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isMissing = asks !== null && reason.trim() === '';

  function leave() {
    command.reset();
    setIsTried(false);
    close();
  }
  function send(event: FormEvent) {
    event.preventDefault();
    // A dialog stands inside what it is about, which may be a form too.
    event.stopPropagation();
    setIsTried(true);
    const body = given(reason.trim());
    if (isMissing || body === null) return;
    command.mutate(body, {
      onSuccess: () => {
        setReason('');
        leave();
      },
    });
  }
  return (
    <>
      <ActButton act={act} subject={subject} refusal={refusal} onClick={open} {...look}>
        {label}
      </ActButton>
      <Modal opened={isOpen} onClose={leave} title={label} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
        <form onSubmit={send} noValidate>
          <Stack gap="md">
            <ProblemNotice problem={command.error} />
            <Text component="div">{what}</Text>
            {children}
            {asks !== null && (
              <Textarea
                label={t('reason.label')}
                description={asks}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                error={isTried && isMissing ? t('reason.missing') : undefined}
                autosize
                minRows={3}
                maxLength={2000}
                required
                data-autofocus
              />
            )}
            <Group>
              <Button type="submit" color={look.color} loading={command.isPending}>
                {label}
              </Button>
              <Button variant="default" onClick={leave}>
                {t('cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
