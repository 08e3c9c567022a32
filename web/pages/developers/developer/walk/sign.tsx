import { Alert, Anchor, Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { getSigning, signSubmission } from '../../../../../api/submissions';
import type { AppId, SignatureId } from '../../../../../domain/ids';
import { judgeDelegated } from '../../../../../domain/permissions';
import { useCommand } from '../../../../client/command';
import { paths } from '../../../../paths';
import { FaultSummary } from '../../../../problem/fault-summary';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { Page } from '../../../../shell/page';
import { useParts, useSession } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import type { DeveloperShown } from '../actions';
import { outstandingOf, useEntry, useOwing } from './asked';
import { useAlong } from './chosen';
import { faultLines, inputId } from './inputs/input-props';
import { NothingAsked } from './nothing-asked';
import { useSigning } from './signing-view';
import { PendingNotice } from './task-list';
import { WhoSigns } from './who-signs';
import { useWalkWords } from './words';

/** The words, exactly as they are signed, and the act of signing them. */
export function Sign() {
  const { developer, items } = useOwing();
  const { apps } = useAlong();
  const owing = items.filter((one) => outstandingOf(one).length > 0).map(({ app }) => app.id);
  const shown = apps.length > 0 ? apps.filter((id) => owing.includes(id)) : owing;
  return shown.length > 0 ? <Signing developer={developer} appIds={shown} /> : <NothingAsked />;
}

function Signing({ developer, appIds }: { developer: DeveloperShown; appIds: readonly AppId[] }) {
  const t = useWalkWords();
  const signing = useSigning(appIds);
  const maySign = useMaySign(developer.id);
  useEntry(developer.id, appIds, 'sign');
  return (
    <Page
      title={t('sign.title')}
      lead={t('sign.lead', { apps: signing.apps.map(({ name }) => name).join(t('answer.and')) })}
    >
      <PendingNotice />
      {!signing.isReady && (
        <Alert color="over" role="alert" icon={<Icon name="warning" />} title={t('sign.notReady')}>
          <Anchor component={Link} to={paths.walkReview(developer.id, { apps: appIds })}>
            {t('sign.toReview')}
          </Anchor>
        </Alert>
      )}
      <Paper withBorder p="lg" component="section" aria-label={t('sign.words')}>
        <Text fz="sm" fw={600} mb="sm">
          {t('sign.words')}
        </Text>
        <Text component="div" style={{ whiteSpace: 'pre-wrap' }}>
          {signing.words}
        </Text>
      </Paper>
      {signing.isReady &&
        (maySign ? (
          <Act developer={developer} appIds={appIds} signing={signing} />
        ) : (
          <WhoSigns developerId={developer.id} />
        ))}
      <Anchor component={Link} to={paths.walkReview(developer.id, { apps: appIds })}>
        {t('sign.toReview')}
      </Anchor>
    </Page>
  );
}

function Act({
  developer,
  appIds,
  signing,
}: {
  developer: DeveloperShown;
  appIds: readonly AppId[];
  signing: ReturnType<typeof useSigning>;
}) {
  const t = useWalkWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [typedName, setTypedName] = useState('');
  const [typedTitle, setTypedTitle] = useState('');
  const [hasAuthority, setHasAuthority] = useState(false);
  const [told, setTold] = useState(0);
  const signs = useCommand(signSubmission, {
    refreshes: false,
    onSuccess: ({ items }) => void leave(items[0]?.signatureId),
  });

  const faultOf = useFieldFault(signs.error);
  const faults = [
    ...(typedName.trim() === '' ? [{ path: '/typedName', message: t('sign.nameMissing') }] : []),
    ...(typedTitle.trim() === '' ? [{ path: '/typedTitle', message: t('sign.positionMissing') }] : []),
    ...(hasAuthority ? [] : [{ path: '/hasAuthority', message: t('sign.authorityMissing') }]),
  ];
  const shown = told > 0 ? faults : [];
  const errorOf = (field: string) =>
    shown.find(({ path }) => path === `/${field}`)?.message ?? faultOf(`signature/${field}`);

  /** What was signed is outstanding no more: everything is asked anew, but what would be signed, for which there is nothing now. */
  async function leave(signatureId: SignatureId | undefined) {
    await navigate(signatureId ? paths.signed(developer.id, signatureId) : paths.walk(developer.id));
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSigning.id });
    await queryClient.invalidateQueries({ queryKey: [getSigning.id], refetchType: 'none' });
  }

  function sign(event: FormEvent) {
    event.preventDefault();
    setTold(told + 1);
    if (faults.length > 0) return;
    const { words, language } = signing;
    signs.mutate(
      {
        params: { developerId: developer.id },
        body: { appIds: [...appIds], signature: { typedName, typedTitle, hasAuthority: true, words, language } },
      },
      // Other words than these would be signed now: they are shown anew, and nothing was signed.
      { onError: () => void queryClient.invalidateQueries({ queryKey: [getSigning.id] }) },
    );
  }

  return (
    <form onSubmit={sign} noValidate>
      <Stack gap="md">
        <FaultSummary faults={faultLines(shown)} attempt={told} />
        <ProblemNotice problem={signs.error} />
        <TextInput
          id={inputId('/typedName')}
          label={t('sign.name')}
          autoComplete="name"
          value={typedName}
          onChange={(event) => setTypedName(event.currentTarget.value)}
          error={errorOf('typedName')}
          maxLength={120}
          maw={440}
        />
        <TextInput
          id={inputId('/typedTitle')}
          label={t('sign.position')}
          autoComplete="organization-title"
          value={typedTitle}
          onChange={(event) => setTypedTitle(event.currentTarget.value)}
          error={errorOf('typedTitle')}
          maxLength={120}
          maw={440}
        />
        <Checkbox
          id={inputId('/hasAuthority')}
          size="md"
          label={t('sign.authority', { organisation: developer.legalName })}
          checked={hasAuthority}
          onChange={(event) => setHasAuthority(event.currentTarget.checked)}
          error={errorOf('hasAuthority')}
        />
        <Text fz="sm">{t('sign.what')}</Text>
        <Group>
          <Button type="submit" loading={signs.isPending}>
            {t('sign.act', { count: appIds.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A signatory signs; so does somebody of an agency who is let in for it and whose mandate is on file. */
function useMaySign(developerId: DeveloperShown['id']): boolean {
  const { roles } = useParts(developerId);
  const { delegations } = useSession();
  const able = delegations.filter((one) => one.developerId === developerId);
  return roles.includes('signatory') || able.some((one) => judgeDelegated(signSubmission.id, one) === 'allowed');
}
