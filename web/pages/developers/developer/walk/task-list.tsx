import { Alert, Button, Group, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { listSubmissions } from '../../../../../api/submissions';
import type { AppId } from '../../../../../domain/ids';
import { useViews, wholeOf } from '../../../../client/view';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useSession } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import type { AppOwing, DeveloperShown } from '../actions';
import { AppTasks } from './app-tasks';
import { outstandingOf, useOwing } from './asked';
import { ChooseApps } from './choose-apps';
import { resumeKept, usePendingCount } from './draft/keepers';
import { useSigning } from './signing-view';
import { type Signing, tasksOf } from './tasks';
import { useWalkWords } from './words';

/** The walk over all apps: which steps there are, where each stands, and what can be done instead. */
export function TaskList() {
  const { developer, items } = useOwing();
  const outstanding = items.filter((owing) => outstandingOf(owing).length > 0).map(({ app }) => app.id);
  if (outstanding.length === 0) return <Listed developer={developer} items={items} signing={null} />;
  return <Outstanding developer={developer} items={items} outstanding={outstanding} />;
}

function Outstanding({
  outstanding,
  ...around
}: {
  developer: DeveloperShown;
  items: readonly AppOwing[];
  outstanding: readonly AppId[];
}) {
  return <Listed {...around} signing={useSigning(outstanding)} />;
}

function Listed({
  developer,
  items,
  signing,
}: {
  developer: DeveloperShown;
  items: readonly AppOwing[];
  signing: Signing | null;
}) {
  const t = useWalkWords();
  const personId = useSession().person.id;
  const [submissions] = useViews(wholeOf(listSubmissions, { params: { developerId: developer.id } }));
  const open = new Set(developer.cycles.map(({ id }) => id));
  const ofOpenCycles = submissions.filter(({ cycleId }) => open.has(cycleId));
  const walked = items.filter((owing) => outstandingOf(owing).length > 0 || owing.pendingReview.length > 0);
  const several = items.filter((owing) => outstandingOf(owing).length > 0);
  useEffect(() => void resumeKept(personId), [personId]);
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <PendingNotice />
      {walked.length === 0 && <EmptyState title={t('list.nothing')}>{t('list.nothingWhat')}</EmptyState>}
      {several.length > 1 && <ChooseApps developerId={developer.id} items={several} />}
      <Stack gap="lg">
        {walked.map((owing) => (
          <AppTasks
            key={owing.app.id}
            developer={developer}
            owing={owing}
            tasks={tasksOf(owing, signing, ofOpenCycles)}
          />
        ))}
      </Stack>
      {several.length > 1 && (
        <Group>
          <Button component={Link} to={paths.walkReview(developer.id)}>
            {t('list.reviewAll', { count: several.length })}
          </Button>
        </Group>
      )}
    </Page>
  );
}

/** Says that answers are on this device only, wherever what is saved is looked at. */
export function PendingNotice() {
  const t = useWalkWords();
  const count = usePendingCount();
  if (count === 0) return null;
  return (
    <Alert color="near" icon={<Icon name="warning" />} title={t('pending.title')}>
      {t('pending.what', { count })}
    </Alert>
  );
}
