import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../client/problem';
import { ProblemNotice } from '../problem/problem-notice';
import { Dialog } from './dialog';
import { useDialogWords } from './words';

interface Asked {
  /** What the button that does it says. */
  act: string;
  /** Asks for a reason, with this help below the field. */
  reasonHelp?: string;
  /** Has to be typed as it stands: for what cannot be taken back. */
  typed?: string;
  problem: Problem | null;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** What it means and what it ends. */
  children: ReactNode;
}

/** Asks once more before something that cannot be taken back: what it means, why, and for the worst a name to type. */
export function FinalDialog({ title, isOpen, ...asked }: Asked & { title: string; isOpen: boolean }) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={asked.onClose}>
      <Confirmation {...asked} />
    </Dialog>
  );
}

function Confirmation({ act, reasonHelp, typed, problem, isPending, onConfirm, onClose, children }: Asked) {
  const t = useDialogWords();
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isReasonMissing = reasonHelp !== undefined && reason.trim() === '';
  const isOther = typed !== undefined && text.trim() !== typed;

  function confirm(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isReasonMissing && !isOther) onConfirm(reason);
  }

  return (
    <form onSubmit={confirm} noValidate style={{ display: 'contents' }}>
      {children}
      <ProblemNotice problem={problem} />
      {reasonHelp !== undefined && (
        <Textarea
          label={t('reason')}
          description={reasonHelp}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isReasonMissing ? t('reasonMissing') : undefined}
          maxLength={1000}
          autosize
          minRows={2}
          required
          data-autofocus
        />
      )}
      {typed !== undefined && (
        <TextInput
          label={t('typeToConfirm', { text: typed })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isTried && isOther ? t('typeMismatch', { text: typed }) : undefined}
          autoComplete="off"
          spellCheck={false}
          required
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="over" loading={isPending}>
          {act}
        </Button>
      </Group>
    </form>
  );
}
