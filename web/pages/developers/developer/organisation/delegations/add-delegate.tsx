import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addDelegate } from '../../../../../../api/delegations';
import { useCommand } from '../../../../../client/command';
import { Dialog } from '../../../../../dialog/dialog';
import { useDialogWords } from '../../../../../dialog/words';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import { useLanguage } from '../../../../../words/words';
import { PersonFields, usePersonFaults } from './person-fields';
import type { DelegationShown } from './shown';
import { useDelegationWords } from './words';

interface Adding {
  delegation: DelegationShown;
  onClose: () => void;
}

/** Invites one more person of an agency. */
export function AddDelegate({ isOpen, ...adding }: Adding & { isOpen: boolean }) {
  const t = useDelegationWords();
  return (
    <Dialog
      title={t('people.addOf', { agency: adding.delegation.agencyName })}
      isOpen={isOpen}
      onClose={adding.onClose}
    >
      <Form {...adding} />
    </Dialog>
  );
}

function Form({ delegation, onClose }: Adding) {
  const t = useDelegationWords();
  const dialog = useDialogWords();
  const language = useLanguage();
  const { id: delegationId, developerId } = delegation;
  const [person, setPerson] = useState({ name: '', email: '', language });
  const [isTried, setIsTried] = useState(false);
  const faults = usePersonFaults(person);
  const adding = useCommand(addDelegate, {
    onSuccess: () => {
      onClose();
      tell(t('people.added', { email: person.email }));
    },
  });
  const faultOf = useFieldFault(adding.error);

  function add(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!faults.name && !faults.email) adding.mutate({ params: { developerId, delegationId }, body: person });
  }

  return (
    <form onSubmit={add} noValidate>
      <Stack gap="md">
        <Text>{t('form.personHelp')}</Text>
        <ProblemNotice problem={adding.error} />
        <PersonFields
          value={person}
          onChange={setPerson}
          faultOf={(field) => (isTried && faults[field]) || faultOf(field)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('form.addAct')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
