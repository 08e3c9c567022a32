import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { addDelegate, removeDelegate } from '../../../../../../api/delegations';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { useCommand } from '../../../../../client/command';
import { FinalDialog } from '../../../../../dialog/final-dialog';
import { tell } from '../../../../../outcome/tell';
import { AddDelegate } from './add-delegate';
import type { DelegationShown } from './shown';
import { useDelegationWords } from './words';

/** The people of an agency who are let in. */
export function Delegates({ delegation }: { delegation: DelegationShown }) {
  const t = useDelegationWords();
  const { developerId, delegates, state, agencyName: agency } = delegation;
  const refusal = useRefusals(developerId)(addDelegate);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Stack gap={6} align="stretch">
      <Text fz="sm" fw={600}>
        {t('people.title')}
      </Text>
      {delegates.length === 0 && <Text fz="sm">{t('people.none')}</Text>}
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {delegates.map((delegate) => (
          <Delegate key={delegate.personId} delegate={delegate} delegation={delegation} mayChange={refusal === null} />
        ))}
      </Stack>
      {state === 'in-force' && (
        <ActionButton
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          refusal={refusal}
          label={t('people.addOf', { agency })}
          onClick={() => setIsAdding(true)}
        >
          {t('people.add')}
        </ActionButton>
      )}
      <AddDelegate delegation={delegation} isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </Stack>
  );
}

function Delegate({
  delegate,
  delegation,
  mayChange,
}: {
  delegate: DelegationShown['delegates'][number];
  delegation: DelegationShown;
  mayChange: boolean;
}) {
  const t = useDelegationWords();
  const [isAsked, setIsAsked] = useState(false);
  const { id: delegationId, developerId, agencyName: agency, state } = delegation;
  const { personId, name, email, verifiedAt } = delegate;
  const called = name ?? email;
  const removal = useCommand(removeDelegate, {
    onSuccess: () => {
      setIsAsked(false);
      tell(t('people.removed', { name: called }));
    },
  });
  const title = t('people.removeNamed', { name: called, agency });
  return (
    <Group component="li" justify="space-between" gap="xs">
      <Text fz="sm">
        {name && `${name} · `}
        {email}
        <Text span inherit c="dimmed">
          {' '}
          · {t(verifiedAt ? 'people.verified' : 'people.unverified')}
        </Text>
      </Text>
      {state === 'in-force' && mayChange && (
        <ActionButton
          variant="subtle"
          color="over"
          size="compact-sm"
          refusal={null}
          label={title}
          onClick={() => setIsAsked(true)}
        >
          {t('people.remove')}
        </ActionButton>
      )}
      <FinalDialog
        title={title}
        act={t('people.remove')}
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        problem={removal.error}
        isPending={removal.isPending}
        onConfirm={() => removal.mutate({ params: { developerId, delegationId, personId } })}
      >
        <Text>{t('people.removeWhat')}</Text>
      </FinalDialog>
    </Group>
  );
}
