import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addContact } from '../../../../../../api/people';
import type { ContactRole } from '../../../../../../domain/permissions';
import { useCommand } from '../../../../../client/command';
import { Dialog } from '../../../../../dialog/dialog';
import { useDialogWords } from '../../../../../dialog/words';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import type { DeveloperShown } from '../../actions';
import { LanguageChoice, RoleChoice } from './role-choice';
import { useContactWords } from './words';

interface Adding {
  developer: DeveloperShown;
  onClose: () => void;
}

/** Adds a contact, who is then asked by mail to confirm. */
export function AddContact({ isOpen, ...adding }: Adding & { isOpen: boolean }) {
  const t = useContactWords();
  return (
    <Dialog title={t('form.addTitle')} isOpen={isOpen} onClose={adding.onClose}>
      <Form {...adding} />
    </Dialog>
  );
}

function Form({ developer, onClose }: Adding) {
  const t = useContactWords();
  const dialog = useDialogWords();
  const [given, setGiven] = useState({
    name: '',
    email: '',
    role: 'backup' as ContactRole,
    language: developer.language,
  });
  const [isTried, setIsTried] = useState(false);
  const adding = useCommand(addContact, {
    onSuccess: ({ email }) => {
      onClose();
      tell(t('form.added', { email }));
    },
  });
  const faultOf = useFieldFault(adding.error);
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const isNameMissing = given.name.trim() === '';
  const isEmailMissing = !/^\S+@\S+\.\S+$/.test(given.email.trim());

  function add(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isNameMissing && !isEmailMissing) adding.mutate({ params: { developerId: developer.id }, body: given });
  }

  return (
    <form onSubmit={add} noValidate>
      <Stack gap="md">
        <Text>{t('form.what')}</Text>
        <ProblemNotice problem={adding.error} />
        <TextInput
          label={t('form.name')}
          value={given.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={isTried && isNameMissing ? t('form.nameMissing') : faultOf('name')}
          maxLength={120}
          autoComplete="off"
          required
          data-autofocus
        />
        <TextInput
          type="email"
          label={t('form.email')}
          value={given.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          error={isTried && isEmailMissing ? t('form.emailMissing') : faultOf('email')}
          maxLength={254}
          autoComplete="off"
          required
        />
        <RoleChoice value={given.role} onChange={(role) => set({ role })} error={faultOf('role')} />
        <LanguageChoice value={given.language} onChange={(language) => set({ language })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('form.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
