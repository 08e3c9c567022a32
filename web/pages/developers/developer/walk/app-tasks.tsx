import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { catalogueEntry, currentCatalogueVersion } from '../../../../../domain/catalogue';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { StandingBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import { Sentence, useLanguage } from '../../../../words/words';
import type { AppOwing, DeveloperShown } from '../actions';
import { Instead } from './instead';
import { ReturnedNotice } from './returned-notice';
import { TaskStateBadge } from './task-state';
import type { Task } from './tasks';
import { useWalkWords } from './words';

/** The steps of one app, one a line, each leading to where it goes on. */
export function AppTasks({
  developer,
  owing,
  tasks,
}: {
  developer: DeveloperShown;
  owing: AppOwing;
  tasks: readonly Task[];
}) {
  const t = useWalkWords();
  const states = useStateWords();
  const language = useLanguage();
  const { app, deadline } = owing;
  const { id: developerId, now, timeZone } = developer;
  const product = catalogueEntry(owing.catalogueVersion ?? currentCatalogueVersion, 'law', app.sdkProduct).product;
  const answerable = tasks.filter(({ question }) => question !== null);
  const isComplete = answerable.every(({ state }) => state === 'complete');
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`walk-${app.id}`}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3" id={`walk-${app.id}`}>
            {app.name}
          </Title>
          <StandingBadge standing={app.standing} />
        </Group>
        <Text fz="sm" c="dimmed">
          {product.name[language]}
          {deadline && answerable.length > 0 && (
            <>
              {' · '}
              <Sentence t={t} of="list.due" elements={{ at: <Moment at={deadline} now={now} timeZone={timeZone} /> }} />
            </>
          )}
        </Text>
        {owing.errors.map(({ code, reason, requirement }) => (
          <ReturnedNotice
            key={requirement.obligation}
            title={t('returned.of', { step: states(`step.${requirement.obligation}`) })}
            code={code}
            reason={reason}
          />
        ))}
        <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {tasks
            .filter(({ state }) => state !== 'notAsked')
            .map((task) => (
              <Line key={task.obligation} name={states(`step.${task.obligation}`)} to={wayTo(task, developerId, owing)}>
                <Group gap="xs">
                  {task.missing > 0 && task.state !== 'notStarted' && (
                    <Text fz="sm" c="dimmed">
                      {t('task.missing', { count: task.missing })}
                    </Text>
                  )}
                  <TaskStateBadge state={task.state} />
                </Group>
              </Line>
            ))}
          {answerable.length > 0 && (
            <>
              <Line name={states('step.review')} to={paths.walkReview(developerId, { apps: [app.id] })}>
                <Text fz="sm" c="dimmed">
                  {t(isComplete ? 'task.ready' : 'task.reviewAnyTime')}
                </Text>
              </Line>
              <Line name={states('step.sign')} to={isComplete ? paths.walkSign(developerId, { apps: [app.id] }) : null}>
                <Text fz="sm" c="dimmed">
                  {t(isComplete ? 'task.ready' : 'task.cannotYet')}
                </Text>
              </Line>
            </>
          )}
        </Stack>
        {answerable.length > 0 && <Instead developer={developer} owing={owing} tasks={tasks} />}
        {answerable.length === 0 && <Text fz="sm">{t('list.withVendor')}</Text>}
      </Stack>
    </Paper>
  );
}

/** Returned and finished steps begin with what was answered, the others with the first question that is open. */
function wayTo(
  { state, obligation, question }: Task,
  developerId: DeveloperShown['id'],
  { app }: AppOwing,
): string | null {
  if (question === null) return null;
  return state === 'returned' || state === 'complete'
    ? paths.walkStep(developerId, app.id, obligation)
    : paths.walkQuestion(developerId, app.id, obligation, question);
}

function Line({ name, to, children }: { name: string; to: string | null; children: React.ReactNode }) {
  return (
    <Group
      component="li"
      justify="space-between"
      gap="xs"
      py={10}
      style={{ borderBottom: '1px solid var(--mantine-color-gray-3)' }}
    >
      {to ? (
        <Anchor component={Link} to={to} fw={600} lh={1.6}>
          {name}
        </Anchor>
      ) : (
        <Text>{name}</Text>
      )}
      {children}
    </Group>
  );
}
