import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { changeContact } from '../../../../../../api/people';
import { useCommand } from '../../../../../client/command';
import { Dialog } from '../../../../../dialog/dialog';
import { useDialogWords } from '../../../../../dialog/words';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import type { DeveloperShown } from '../../actions';
import { LanguageChoice, RoleChoice } from './role-choice';
import { type ContactShown, calledOf } from './shown';
import { useContactWords } from './words';

interface Changing {
  contact: ContactShown;
  isLast: boolean;
  developer: DeveloperShown;
  onClose: () => void;
}

/** Changes role and language of a contact, and the name until it is confirmed. */
export function ChangeContact({ isOpen, ...changing }: Changing & { isOpen: boolean }) {
  const t = useContactWords();
  return (
    <Dialog
      title={t('form.changeTitle', { name: calledOf(changing.contact) })}
      isOpen={isOpen}
      onClose={changing.onClose}
    >
      <Form {...changing} />
    </Dialog>
  );
}

function Form({ contact, isLast, developer, onClose }: Changing) {
  const t = useContactWords();
  const dialog = useDialogWords();
  const isNameOpen = contact.verifiedAt === null && contact.name !== null;
  const [given, setGiven] = useState({ name: contact.name ?? '', role: contact.role, language: contact.language });
  const changing = useCommand(changeContact, {
    onSuccess: () => {
      onClose();
      tell(t('form.changed'));
    },
  });
  const faultOf = useFieldFault(changing.error);
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const isNameMissing = isNameOpen && given.name.trim() === '';
  const wouldBeNone = isLast && given.role !== 'signatory';

  function change(event: FormEvent) {
    event.preventDefault();
    if (isNameMissing || wouldBeNone) return;
    const { name, ...others } = given;
    changing.mutate({
      params: { developerId: developer.id, personId: contact.personId },
      body: { ...others, ...(isNameOpen && name !== contact.name && { name }) },
    });
  }

  return (
    <form onSubmit={change} noValidate>
      <Stack gap="md">
        <ProblemNotice problem={changing.error} />
        {isNameOpen && (
          <TextInput
            label={t('form.name')}
            description={t('form.nameHelp')}
            value={given.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={isNameMissing ? t('form.nameMissing') : faultOf('name')}
            maxLength={120}
            autoComplete="off"
            required
          />
        )}
        <div>
          <Text>{contact.email}</Text>
          <Text fz="sm" c="dimmed">
            {t('form.emailFixed')}
          </Text>
        </div>
        <RoleChoice
          value={given.role}
          onChange={(role) => set({ role })}
          error={wouldBeNone ? t('last') : faultOf('role')}
        />
        <LanguageChoice value={given.language} onChange={(language) => set({ language })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={changing.isPending}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
