import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { retireApp } from '../../../../../api/apps';
import { getSigning } from '../../../../../api/submissions';
import type { DeveloperId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { ProblemNotice } from '../../../../problem/problem-notice';
import type { AppOwing } from '../actions';
import { useWalkWords } from './words';

/** "We no longer ship it": ends the app and its keys for good, after it was said what that means. */
export function Retirement({
  developerId,
  app,
  isOpen,
  onClose,
}: {
  developerId: DeveloperId;
  app: AppOwing['app'];
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useWalkWords();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const queryClient = useQueryClient();
  const retiring = useCommand(retireApp, {
    refreshes: false,
    onSuccess() {
      onClose();
      // What would be signed is asked anew for the apps that are left; for this one there is nothing to ask.
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSigning.id });
    },
  });

  function retire(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (reason.trim() === '') return;
    retiring.mutate({ params: { developerId, appId: app.id }, body: { reason } });
  }

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('retire.title', { app: app.name })}
      closeButtonProps={{ 'aria-label': t('retire.no') }}
      size="lg"
    >
      <form onSubmit={retire} noValidate>
        <Stack>
          <Text>{t('retire.what')}</Text>
          <ProblemNotice problem={retiring.error} />
          <Textarea
            label={t('retire.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isTried && reason.trim() === '' ? t('retire.reasonMissing') : undefined}
            maxLength={1000}
            autosize
            minRows={3}
          />
          <Group>
            <Button type="submit" color="over" loading={retiring.isPending}>
              {t('retire.yes')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('retire.no')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
