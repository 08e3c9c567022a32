import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { renameApp } from '../../../../../../api/apps';
import { useCommand } from '../../../../../client/command';
import { Dialog } from '../../../../../dialog/dialog';
import { useDialogWords } from '../../../../../dialog/words';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../../problem/problem-notice';
import type { AppShown } from './app-card';
import { useAppWords } from './words';

interface Renaming {
  app: AppShown;
  onClose: () => void;
}

/** Gives an app another name. */
export function RenameApp({ isOpen, ...renaming }: Renaming & { isOpen: boolean }) {
  const t = useAppWords();
  return (
    <Dialog title={t('form.renameTitle', { name: renaming.app.name })} isOpen={isOpen} onClose={renaming.onClose}>
      <Form {...renaming} />
    </Dialog>
  );
}

function Form({ app, onClose }: Renaming) {
  const t = useAppWords();
  const dialog = useDialogWords();
  const [name, setName] = useState(app.name);
  const renaming = useCommand(renameApp, {
    onSuccess: (renamed) => {
      onClose();
      tell(t('form.renamed', { name: renamed.name }));
    },
  });
  const faultOf = useFieldFault(renaming.error);

  function rename(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    renaming.mutate({ params: { developerId: app.developerId, appId: app.id }, body: { name } });
  }

  return (
    <form onSubmit={rename} noValidate>
      <Stack gap="md">
        <Text>{t('form.renameWhat')}</Text>
        <ProblemNotice problem={renaming.error} />
        <TextInput
          label={t('form.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() === '' ? t('form.nameMissing') : faultOf('name')}
          maxLength={120}
          autoComplete="off"
          required
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={renaming.isPending}>
            {t('form.renameAct')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
