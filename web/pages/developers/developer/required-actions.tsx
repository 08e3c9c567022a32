import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getDeveloper } from '../../../../api/developers';
import { listRequirements } from '../../../../api/requirements';
import { useViews, viewOf } from '../../../client/view';
import { Day, Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { useDeveloperId } from '../../../shell/session';
import { StandingBadge } from '../../../standing/badge';
import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

const useWords = defineWords('required-actions', en, zhCn);

/** Over all apps: what is due, until when, and what happens otherwise. */
export function RequiredActions() {
  const t = useWords();
  const developerId = useDeveloperId();
  const [developer, { items }] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    viewOf(listRequirements, { params: { developerId }, query: { limit: 100 } }),
  );
  const around = { now: developer.now, timeZone: developer.timeZone };
  const asked = items.filter((one) => one.currentlyDue.length + one.pastDue.length + one.pendingReview.length > 0);
  return (
    <Page title={t('title')} lead={developer.legalName}>
      {asked.length === 0 && (
        <EmptyState title={t('nothing')}>
          {developer.nextDueOn && (
            <>
              {t('next')} <Day on={developer.nextDueOn} {...around} />
            </>
          )}
        </EmptyState>
      )}
      {asked.map(({ app, currentlyDue, pastDue, ...dates }) => {
        const count = currentlyDue.length + pastDue.length;
        return (
          <Paper key={app.id} withBorder p="md">
            <Stack gap="xs">
              <Group justify="space-between">
                <Title order={2} size="h3">
                  {app.name}
                </Title>
                <StandingBadge standing={app.standing} />
              </Group>
              <Text>{count > 0 ? t('toDo', { count }) : t('inReview')}</Text>
              {dates.deadline && count > 0 && (
                <Text>
                  {t('due')} <Moment at={dates.deadline} {...around} />
                </Text>
              )}
              {dates.restrictsNotBeforeAt && count > 0 && (
                <Text fz="sm" c="dimmed">
                  {t('restricts')} <Moment at={dates.restrictsNotBeforeAt} {...around} />
                </Text>
              )}
              {dates.suspendsNotBeforeAt && count > 0 && (
                <Text fz="sm" c="dimmed">
                  {t('suspends')} <Moment at={dates.suspendsNotBeforeAt} {...around} />
                </Text>
              )}
              {count > 0 && (
                <Group>
                  <Button component={Link} to={paths.walk(developerId)}>
                    {t('begin')}
                  </Button>
                </Group>
              )}
            </Stack>
          </Paper>
        );
      })}
    </Page>
  );
}
