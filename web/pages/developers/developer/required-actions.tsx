import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { getDeveloper } from '../../../../api/developers';
import { listRequirements } from '../../../../api/requirements';
import { listSubmissions } from '../../../../api/submissions';
import { useViews, viewOf, wholeOf } from '../../../client/view';
import { Day } from '../../../moment/moment';
import { dayOf } from '../../../moment/zoned';
import { paths } from '../../../paths';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { useDeveloperId } from '../../../shell/session';
import { Icon } from '../../../theme/icon';
import { Sentence } from '../../../words/words';
import { ActionCard } from './action-card';
import { type AppOwing, actionsOf, type DeveloperShown } from './actions';
import { Questions } from './questions';
import { Waiting } from './waiting';
import { useActionWords } from './words';

/** Over all apps: what is due, until when, why, and what happens otherwise and when. */
export function RequiredActions() {
  const t = useActionWords();
  const developerId = useDeveloperId();
  const [developer, items, inReview] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    wholeOf(listRequirements, { params: { developerId } }),
    wholeOf(listSubmissions, { params: { developerId }, query: { isAnswered: 'false' } }),
  );
  const { now, timeZone } = developer;
  const actions = actionsOf(items, Date.parse(now), dayOf(now, timeZone));
  const isExtensible = items.some(({ alternatives }) => alternatives.some(({ instead }) => instead === 'ask-for-time'));
  return (
    <Page title={t('title')} lead={t('lead', { name: developer.legalName, zone: timeZone })}>
      {developer.apps
        .filter(({ suspendedFor }) => suspendedFor.some((one) => one !== 'obligation' && one !== 'finding'))
        .map(({ id, name }) => (
          <Alert key={id} color="over" icon={<Icon name="pause" />} title={t('other.suspended', { app: name })}>
            <Anchor component={Link} to={paths.appeals(developerId)}>
              {t('other.why')}
            </Anchor>
          </Alert>
        ))}
      <Stack gap="md">
        <Questions submissions={inReview} developerId={developerId} />
        {actions.map((action) => (
          <ActionCard
            key={`${action.owing.app.id} ${action.findingId ?? ''}`}
            action={action}
            around={{ now, timeZone }}
            developerId={developerId}
          />
        ))}
      </Stack>
      {actions.length === 0 && <Nothing developer={developer} items={items} />}
      <Waiting developer={developer} />
      {actions.length > 0 && (
        <Group component="section" aria-label={t('alternatives.title')}>
          {isExtensible && (
            <Button component={Link} to={paths.extension(developerId)} variant="default">
              {t('alternatives.time')}
            </Button>
          )}
          <Button component={Link} to={paths.status(developerId)} variant="default">
            {t('alternatives.status')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function Nothing({ developer, items }: { developer: DeveloperShown; items: readonly AppOwing[] }) {
  const t = useActionWords();
  const opens = items
    .map(({ upcomingFrom }) => upcomingFrom)
    .filter((at) => at !== null)
    .sort()[0];
  if (developer.apps.length === 0) {
    return (
      <EmptyState title={t('noApps.title')} icon="pencil">
        <Stack align="flex-start">
          {t('noApps.what')}
          <Button component={Link} to={paths.organisation(developer.id)}>
            {t('noApps.add')}
          </Button>
        </Stack>
      </EmptyState>
    );
  }
  const day = opens && <Day on={dayOf(opens, developer.timeZone)} now={developer.now} timeZone={developer.timeZone} />;
  return (
    <EmptyState title={t('nothing.title')}>
      {day ? <Sentence t={t} of="nothing.next" elements={{ day }} /> : t('nothing.none')}
    </EmptyState>
  );
}
