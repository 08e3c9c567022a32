import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { withdrawExtension } from '../../../../../api/extensions';
import { useCommand } from '../../../../client/command';
import { Day, Moment } from '../../../../moment/moment';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { useMay } from '../../../../shell/may';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { TitledWords } from '../../../../wording/titled-words';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Extension } from './extensible';
import { useMoreTimeWords } from './words';

const looks: Readonly<Record<Extension['state'], Look>> = {
  open: { color: 'harbour', icon: 'eye' },
  granted: { color: 'good', icon: 'check' },
  refused: { color: 'over', icon: 'cross' },
  withdrawn: { color: 'gray', icon: 'reply' },
};

/** A request for more time with its answer; while it waits it can be taken back. */
export function MadeRequest({ extension, developer }: { extension: Extension; developer: DeveloperShown }) {
  const t = useMoreTimeWords();
  const mayWithdraw = useMay(withdrawExtension, developer.id);
  const { now, timeZone } = developer;
  const { state, untilOn, grantedUntilOn, requestedAt, decidedAt, plan, reason } = extension;
  const around = { now, timeZone };
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">
            <Sentence t={t} of="requests.until" elements={{ day: <Day on={untilOn} {...around} isBare /> }} />
          </Title>
          <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>
        </Group>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="requests.asked" elements={{ at: <Moment at={requestedAt} {...around} /> }} />
          {decidedAt && (
            <>
              {' · '}
              <Sentence t={t} of="requests.decided" elements={{ at: <Moment at={decidedAt} {...around} /> }} />
            </>
          )}
        </Text>
        {grantedUntilOn && (
          <Text fw={600}>
            <Sentence t={t} of="requests.granted" elements={{ day: <Day on={grantedUntilOn} {...around} /> }} />
          </Text>
        )}
        {reason && <TitledWords title={t('requests.reason')} words={reason} />}
        <TitledWords title={t('requests.plan')} words={plan} />
        {state === 'open' && (
          <>
            <Text fz="sm">{t('requests.waits')}</Text>
            {mayWithdraw && <Withdrawal extensionId={extension.id} />}
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Withdrawal({ extensionId }: { extensionId: Extension['id'] }) {
  const t = useMoreTimeWords();
  const [isAsked, setIsAsked] = useState(false);
  const withdrawal = useCommand(withdrawExtension);
  if (!isAsked) {
    return (
      <Group>
        <Button variant="subtle" onClick={() => setIsAsked(true)}>
          {t('requests.withdraw')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Text>{t('requests.withdrawSure')}</Text>
      <ProblemNotice problem={withdrawal.error} />
      <Group>
        <Button
          color="over"
          loading={withdrawal.isPending}
          onClick={() => withdrawal.mutate({ params: { extensionId } })}
          autoFocus
        >
          {t('requests.withdrawYes')}
        </Button>
        <Button variant="default" onClick={() => setIsAsked(false)}>
          {t('requests.keep')}
        </Button>
      </Group>
    </Stack>
  );
}
