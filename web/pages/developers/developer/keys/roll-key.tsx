import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { rollKey } from '../../../../../api/keys';
import { getTerms } from '../../../../../api/terms';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { useView } from '../../../../client/view';
import { Dialog } from '../../../../dialog/dialog';
import { useDialogWords } from '../../../../dialog/words';
import { tell } from '../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import type { DeveloperShown } from '../actions';
import { OverlapChoice, overlapOf } from './overlap-choice';
import { Secret } from './secret';
import type { AppShown, KeyShown } from './shown';
import { useKeyWords } from './words';

type Issued = AnswerOf<typeof rollKey>;
interface Rolled {
  sdkKey: KeyShown;
  app: AppShown;
  developer: DeveloperShown;
  onClose: () => void;
}

/** Replaces a key: the overlap is chosen, the new key shown once. */
export function RollKey({ isOpen, ...rolled }: Rolled & { isOpen: boolean }) {
  const t = useKeyWords();
  const [issued, setIssued] = useState<Issued | null>(null);
  const { name } = rolled.sdkKey;
  const close = () => {
    rolled.onClose();
    setIssued(null);
  };
  return (
    <Dialog
      title={issued ? t('secret.title') : t('roll.title', { name })}
      isOpen={isOpen}
      onClose={close}
      isBinding={issued !== null}
    >
      {issued ? (
        <Secret secret={issued.secret} isSuspended={issued.state === 'suspended'} onDone={close} />
      ) : (
        <Form
          {...rolled}
          onIssued={(key) => {
            setIssued(key);
            tell(t('roll.done', { name }));
          }}
        />
      )}
    </Dialog>
  );
}

function Form({ sdkKey, app, developer, onClose, onIssued }: Rolled & { onIssued: (key: Issued) => void }) {
  const t = useKeyWords();
  const dialog = useDialogWords();
  const { keyOverlapLongest } = useView(getTerms, {});
  const [overlap, setOverlap] = useState('');
  const [name, setName] = useState(sdkKey.name);
  const [isTried, setIsTried] = useState(false);
  const rolling = useCommand(rollKey, { onSuccess: onIssued });
  const faultOf = useFieldFault(rolling.error);

  function roll(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (overlap === '' || name.trim() === '') return;
    rolling.mutate({
      params: { developerId: developer.id, keyId: sdkKey.id },
      body: { overlap: overlapOf(overlap), name },
    });
  }

  return (
    <form onSubmit={roll} noValidate>
      <Stack gap="md">
        <Text>{t('roll.what')}</Text>
        {app.suspendedFor.length > 0 && sdkKey.environment === 'live' && (
          <Alert color="over">{t('roll.suspended')}</Alert>
        )}
        <ProblemNotice problem={rolling.error} />
        <OverlapChoice
          value={overlap}
          onChange={setOverlap}
          longest={keyOverlapLongest}
          error={isTried && overlap === '' ? t('roll.missing') : faultOf('overlap')}
          developer={developer}
        />
        <TextInput
          label={t('roll.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && name.trim() === '' ? t('issue.nameMissing') : faultOf('name')}
          maxLength={80}
          autoComplete="off"
          required
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={rolling.isPending}>
            {t('roll.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
