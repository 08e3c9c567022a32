import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type listAppeals, withdrawAppeal } from '../../../../../api/appeals';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { Moment } from '../../../../moment/moment';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { AppealBadge } from '../../../../standing/badge';
import { TitledWords } from '../../../../wording/titled-words';
import { Sentence } from '../../../../words/words';
import { useAppealWords } from './words';

type Appeal = AnswerOf<typeof listAppeals>['items'][number];

interface Around {
  now: string;
  timeZone: string;
}

/** An appeal that was filed: its words, its answers, and until when the next is owed. */
export function FiledAppeal({ appeal, around }: { appeal: Appeal; around: Around }) {
  const t = useAppealWords();
  const { state, firstAnswer } = appeal;
  const moment = (at: string) => ({ at: <Moment at={at} {...around} /> });
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {t(`against.${appeal.against}`)} · {appeal.appName}
          </Title>
          <AppealBadge state={state} />
        </Group>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="filed.at" elements={moment(appeal.filedAt)} />
        </Text>
        <TitledWords title={t('filed.yourWords')} words={appeal.words} />
        {firstAnswer && <TitledWords title={t('filed.firstAnswer')} words={firstAnswer} />}
        {appeal.reason && <TitledWords title={t('filed.decision')} words={appeal.reason} />}
        {state === 'open' && (
          <>
            {appeal.isLate && <Alert color="near">{t('filed.late')}</Alert>}
            {!firstAnswer && (
              <Text fz="sm">
                <Sentence t={t} of="filed.firstAnswerDue" elements={moment(appeal.firstAnswerDueAt)} />
              </Text>
            )}
            <Text fz="sm">
              <Sentence t={t} of="filed.decisionDue" elements={moment(appeal.decisionDueAt)} />
            </Text>
            <Withdrawal appealId={appeal.id} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Withdrawal({ appealId }: { appealId: Appeal['id'] }) {
  const t = useAppealWords();
  const [isAsked, setIsAsked] = useState(false);
  const withdrawal = useCommand(withdrawAppeal);
  if (!isAsked) {
    return (
      <Group>
        <Button variant="subtle" onClick={() => setIsAsked(true)}>
          {t('filed.withdraw')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Text>{t('filed.withdrawSure')}</Text>
      <ProblemNotice problem={withdrawal.error} />
      <Group>
        <Button
          color="over"
          loading={withdrawal.isPending}
          onClick={() => withdrawal.mutate({ params: { appealId } })}
          autoFocus
        >
          {t('filed.withdrawYes')}
        </Button>
        <Button variant="default" onClick={() => setIsAsked(false)}>
          {t('filed.keep')}
        </Button>
      </Group>
    </Stack>
  );
}
