import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { DeveloperId } from '../../../../domain/ids';
import { Day, Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { StandingBadge } from '../../../standing/badge';
import { useStateWords } from '../../../standing/words';
import { Icon } from '../../../theme/icon';
import { Sentence, useListing } from '../../../words/words';
import type { Action } from './actions';
import { useActionWords } from './words';

interface Around {
  now: string;
  timeZone: string;
}

/** One thing to do: what, why, until when, and what happens otherwise. Its edge is coloured by nearness, its sign and words say the same. */
export function ActionCard({
  action,
  around,
  developerId,
}: {
  action: Action;
  around: Around;
  developerId: DeveloperId;
}) {
  const t = useActionWords();
  const list = useListing();
  const { owing, kind, asked } = action;
  const color = action.isLate ? 'over' : isNear(action, around.now) ? 'near' : 'harbour';
  const steps = useSteps(action);
  return (
    <Paper
      withBorder
      p="lg"
      component="article"
      style={{ borderInlineStart: `6px solid var(--mantine-color-${color}-6)` }}
    >
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            {owing.app.name}
          </Title>
          <StandingBadge standing={owing.app.standing} />
        </Group>
        <Text fw={600}>
          {kind === 'attest' && t('action.state', { count: asked.length, steps })}
          {kind === 'correct' && t('action.returned', { count: asked.length })}
          {kind === 'finding' && t('action.findingWhat', { step: steps })}
        </Text>
        <Due action={action} around={around} color={color} />
        <Text fz="sm">{t('action.because', { count: action.clauses.length, clauses: list(action.clauses) })}</Text>
        {kind === 'correct' && <Returned owing={owing} />}
        <Otherwise action={action} around={around} />
        <Group>
          <Button
            component={Link}
            to={action.findingId ? paths.finding(developerId, action.findingId) : paths.walk(developerId)}
            rightSection={<Icon name="arrow" />}
          >
            {t(`action.go.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function useSteps({ asked }: Action): string {
  const t = useStateWords();
  const list = useListing();
  return list(asked.map(({ obligation }) => t(`step.${obligation}`)));
}

function Due({ action, around, color }: { action: Action; around: Around; color: string }) {
  const t = useActionWords();
  const { dueAt, dueOn, isLate } = action;
  if (dueAt === null && dueOn === null) return <Text c="dimmed">{t('due.open')}</Text>;
  // The day that binds, as mails name it; its end is the midnight after.
  const at = dueOn ? <Day on={dueOn} {...around} /> : <Moment at={dueAt ?? 0} {...around} />;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" c={`${color}.9`}>
      <Text span pt={2}>
        <Icon name={isLate ? 'warning' : 'clock'} size={18} />
      </Text>
      <div>
        <Text fw={600}>
          <Sentence t={t} of={isLate ? 'due.late' : 'due.soon'} elements={{ at }} />
        </Text>
        {isLate && <Text fz="sm">{t('due.alwaysPossible')}</Text>}
      </div>
    </Group>
  );
}

function Returned({ owing }: Pick<Action, 'owing'>) {
  const t = useStateWords();
  return (
    <Alert color="over" variant="light">
      <List spacing={4}>
        {owing.errors.map(({ requirement, reason }) => (
          <List.Item key={requirement.obligation}>
            <strong>{t(`step.${requirement.obligation}`)}</strong>: {reason}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Otherwise({ action, around }: { action: Action; around: Around }) {
  const t = useActionWords();
  const { restrictsNotBeforeAt, suspendsNotBeforeAt, owing } = action;
  const { standing } = owing.app;
  const isOnboarding = standing === 'onboarding';
  if (!restrictsNotBeforeAt && !suspendsNotBeforeAt && !isOnboarding && standing !== 'suspended') return null;
  const moment = (at: string) => ({ at: <Moment at={at} {...around} /> });
  return (
    <div>
      <Text fz="sm" fw={600}>
        {t('otherwise.title')}
      </Text>
      <List fz="sm" spacing={2}>
        {standing === 'suspended' && <List.Item>{t('otherwise.isSuspended')}</List.Item>}
        {isOnboarding && <List.Item>{t('otherwise.onboarding')}</List.Item>}
        {restrictsNotBeforeAt && !isOnboarding && (
          <List.Item>
            <Sentence t={t} of="otherwise.restricted" elements={moment(restrictsNotBeforeAt)} />
          </List.Item>
        )}
        {suspendsNotBeforeAt && !isOnboarding && (
          <List.Item>
            <Sentence t={t} of="otherwise.suspended" elements={moment(suspendsNotBeforeAt)} />
          </List.Item>
        )}
      </List>
    </div>
  );
}

const nearDays = 14;

function isNear({ dueAt, dueOn }: Action, now: string): boolean {
  const due = dueAt ?? dueOn;
  return due !== null && Date.parse(due) - Date.parse(now) < nearDays * 86_400_000;
}
