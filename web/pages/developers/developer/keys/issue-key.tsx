import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { issueKey } from '../../../../../api/keys';
import { ActionButton } from '../../../../action/action-button';
import { useRefusals } from '../../../../action/refusals';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { Dialog } from '../../../../dialog/dialog';
import { useDialogWords } from '../../../../dialog/words';
import { tell } from '../../../../outcome/tell';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { Icon } from '../../../../theme/icon';
import { liveRefusalOf } from './live-refusal';
import { Secret } from './secret';
import type { AppShown } from './shown';
import { useKeyWords } from './words';

type Issued = AnswerOf<typeof issueKey>;

/** Issues a key for an app and shows its text once. */
export function IssueKey({ app }: { app: AppShown }) {
  const t = useKeyWords();
  const refusalOf = useRefusals(app.developerId);
  const [isOpen, setIsOpen] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  const hasEnded = app.standing === 'revoked' || app.standing === 'offboarded';
  const close = () => {
    setIsOpen(false);
    setIssued(null);
  };
  return (
    <>
      <ActionButton
        variant="light"
        leftSection={<Icon name="key" />}
        style={{ alignSelf: 'flex-start' }}
        refusal={refusalOf(issueKey) ?? (hasEnded ? t('issue.ended') : null)}
        label={t('issue.buttonFor', { app: app.name })}
        onClick={() => setIsOpen(true)}
      >
        {t('issue.button')}
      </ActionButton>
      <Dialog
        title={issued ? t('secret.title') : t('issue.title', { app: app.name })}
        isOpen={isOpen}
        onClose={close}
        isBinding={issued !== null}
      >
        {issued ? (
          <Secret secret={issued.secret} isSuspended={issued.state === 'suspended'} onDone={close} />
        ) : (
          <Form
            app={app}
            onClose={close}
            onIssued={(key) => {
              setIssued(key);
              tell(t('issue.done', { name: key.name }));
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function Form({ app, onIssued, onClose }: { app: AppShown; onIssued: (key: Issued) => void; onClose: () => void }) {
  const t = useKeyWords();
  const dialog = useDialogWords();
  const [name, setName] = useState('');
  const refusal = liveRefusalOf(app);
  const [environment, setEnvironment] = useState<'live' | 'test'>(refusal ? 'test' : 'live');
  const [isTried, setIsTried] = useState(false);
  const issuing = useCommand(issueKey, { onSuccess: onIssued });
  const faultOf = useFieldFault(issuing.error);

  function issue(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === '') return;
    issuing.mutate({ params: { developerId: app.developerId, appId: app.id }, body: { name, environment } });
  }

  return (
    <form onSubmit={issue} noValidate>
      <Stack gap="md">
        <ProblemNotice problem={issuing.error} />
        <TextInput
          label={t('issue.name')}
          description={t('issue.nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && name.trim() === '' ? t('issue.nameMissing') : faultOf('name')}
          maxLength={80}
          autoComplete="off"
          required
          data-autofocus
        />
        <Radio.Group label={t('issue.environment')} value={environment} onChange={setEnvironment}>
          <Stack gap="sm" mt="xs">
            <Radio
              value="live"
              label={t('issue.live')}
              description={refusal ? t(`issue.${refusal}`) : t('issue.liveHelp')}
              disabled={refusal !== null}
            />
            <Radio value="test" label={t('issue.test')} description={t('issue.testHelp')} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {dialog('cancel')}
          </Button>
          <Button type="submit" loading={issuing.isPending}>
            {t('issue.act')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
