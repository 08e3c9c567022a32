import { Alert, Badge, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import type { Standing } from '../../../../../domain/lifecycle/state';
import { Moment } from '../../../../moment/moment';
import { standingLooks } from '../../../../standing/looks';
import { useStateWords } from '../../../../standing/words';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Foretold } from './foretold';
import { useStatusWords } from './words';

const rungs: readonly Standing[] = ['active', 'due', 'grace', 'restricted', 'suspended', 'revoked'];
const beginning: readonly Standing[] = ['onboarding', 'active'];

/** The steps from in order to revoked, with the one the app stands on, and when each would come by itself. */
export function Ladder({
  app,
  developer,
  items,
}: {
  app: DeveloperShown['apps'][number];
  developer: DeveloperShown;
  items: readonly Foretold[];
}) {
  const t = useStatusWords();
  const { now, timeZone } = developer;
  const steps = app.standing === 'onboarding' ? beginning : rungs;
  const place = steps.indexOf(app.standing);
  const expected = (standing: Standing) =>
    items.find((item) => item.standing === standing && item.appId === app.id && item.at > now)?.at;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="ladder">
      <Stack gap="md">
        <Title order={2} size="h3" id="ladder">
          {t('ladder.title', { app: app.name })}
        </Title>
        <Clock app={app} developer={developer} />
        {place === -1 && <Alert color="gray">{t('ladder.outside')}</Alert>}
        <Timeline active={place} bulletSize={28} lineWidth={2} component="ol" m={0} style={{ listStyle: 'none' }}>
          {steps.map((standing, index) => {
            const at = index > place ? expected(standing) : undefined;
            return (
              <Timeline.Item
                key={standing}
                component="li"
                aria-current={index === place ? 'step' : undefined}
                color={standingLooks[standing].color}
                bullet={<Icon name={standingLooks[standing].icon} size={15} />}
                title={<Rung standing={standing} isHere={index === place} />}
              >
                <Meaning standing={standing} />
                {index === place && (
                  <Text fz="sm" c="dimmed">
                    <Sentence
                      t={t}
                      of="ladder.since"
                      elements={{ at: <Moment at={app.standingChangedAt} now={now} timeZone={timeZone} /> }}
                    />
                  </Text>
                )}
                {at && (
                  <Text fz="sm" fw={600}>
                    <Sentence
                      t={t}
                      of="ladder.expected"
                      elements={{ at: <Moment at={at} now={now} timeZone={timeZone} /> }}
                    />
                  </Text>
                )}
              </Timeline.Item>
            );
          })}
        </Timeline>
      </Stack>
    </Paper>
  );
}

function Rung({ standing, isHere }: { standing: Standing; isHere: boolean }) {
  const t = useStatusWords();
  const stateWords = useStateWords();
  return (
    <Group gap="xs">
      <Text span fw={isHere ? 700 : 500}>
        {stateWords(`standing.${standing}`)}
      </Text>
      {isHere && (
        <Badge variant="light" color={standingLooks[standing].color} tt="none">
          {t('ladder.here')}
        </Badge>
      )}
    </Group>
  );
}

function Meaning({ standing }: { standing: Standing }) {
  const t = useStatusWords();
  const stateWords = useStateWords();
  return (
    <Text fz="sm" c="dimmed">
      {stateWords(`standingMeans.${standing}`)}
      {standing === 'revoked' && ` ${t('ladder.onlyByPeople')}`}
    </Text>
  );
}

/** Whether the clock of the app stands, and what a step that is due waits for. */
function Clock({ app, developer }: { app: DeveloperShown['apps'][number]; developer: DeveloperShown }) {
  const t = useStatusWords();
  const plans = developer.cycles.flatMap((cycle) => cycle.plans).filter((plan) => plan.appId === app.id);
  const stopped = plans.find(({ clock }) => clock === 'stopped');
  const blocked = plans.find(({ blockedBy }) => blockedBy !== null);
  return (
    <>
      {stopped?.stoppedAt && (
        <Alert color="harbour" icon={<Icon name="pause" />}>
          <Sentence
            t={t}
            of="clock.stopped"
            elements={{ at: <Moment at={stopped.stoppedAt} now={developer.now} timeZone={developer.timeZone} /> }}
          />
        </Alert>
      )}
      {blocked?.blockedBy && (
        <Alert color="harbour" icon={<Icon name="pause" />}>
          {t(`clock.blocked.${blocked.blockedBy}`)}
        </Alert>
      )}
    </>
  );
}
