import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listRequirements } from '../../../../../api/requirements';
import { listSuspensions } from '../../../../../api/suspensions';
import { useRefusals } from '../../../../action/refusals';
import { viewOf } from '../../../../client/view';
import { paths } from '../../../../paths';
import { Icon } from '../../../../theme/icon';
import type { DeveloperShown } from '../actions';
import { liveRefusalOf } from './live-refusal';
import type { AppShown } from './shown';
import { SuspendedFor } from './suspended-for';
import { useKeyWords } from './words';

/** Why live keys of an app do not work or do not come, since when, what ends it, and the way there. Nothing where all works. */
export function WhyNot({ app, developer }: { app: AppShown; developer: DeveloperShown }) {
  const refusalOf = useRefusals(developer.id);
  const params = { developerId: developer.id };
  const isSuspended = app.suspendedFor.length > 0;
  const refusal = liveRefusalOf(app);
  // An agency that is let in for keys alone is not shown these: it reads the state, and the developer the rest.
  const suspensions = useQuery({
    ...viewOf(listSuspensions, { params, query: { appId: app.id, isOpen: true } }),
    enabled: isSuspended && refusalOf(listSuspensions) === null,
  }).data?.items;
  const owing = useQuery({
    ...viewOf(listRequirements, { params, query: { appId: app.id } }),
    enabled: (isSuspended || refusal !== null) && refusalOf(listRequirements) === null,
  }).data?.items[0];
  const findingId = owing?.findings[0]?.findingId;
  if (isSuspended) {
    return (
      <Stack gap="sm">
        {app.suspendedFor.map((of) => (
          <SuspendedFor
            key={of}
            of={of}
            suspension={suspensions?.find((one) => one.class === of)}
            since={app.standingChangedAt}
            findingId={findingId}
            developer={developer}
          />
        ))}
      </Stack>
    );
  }
  if (refusal === 'restricted') return <Restricted findingId={findingId} developerId={developer.id} />;
  if (refusal === 'notAttested') {
    return <Onboarding isWaiting={(owing?.pendingReview.length ?? 0) > 0} developerId={developer.id} />;
  }
  return null;
}

function Restricted({
  findingId,
  developerId,
}: {
  findingId: Parameters<typeof paths.finding>[1] | undefined;
  developerId: DeveloperShown['id'];
}) {
  const t = useKeyWords();
  return (
    <Alert color="over" icon={<Icon name="warning" />} title={t('why.restricted.title')}>
      <Text fz="sm">
        {t('why.restricted.what')} {t(findingId ? 'why.restricted.finding' : 'why.restricted.lifts')}
      </Text>
      <Group gap="lg" mt="xs">
        <Anchor
          component={Link}
          to={findingId ? paths.finding(developerId, findingId) : paths.walk(developerId)}
          fz="sm"
          fw={600}
        >
          {t(findingId ? 'why.restricted.read' : 'why.restricted.go')}
        </Anchor>
        <Anchor component={Link} to={paths.notices(developerId)} fz="sm">
          {t('why.notices')}
        </Anchor>
      </Group>
    </Alert>
  );
}

function Onboarding({ isWaiting, developerId }: { isWaiting: boolean; developerId: DeveloperShown['id'] }) {
  const t = useKeyWords();
  return (
    <Alert color="harbour" icon={<Icon name="pencil" />} title={t('why.onboarding.title')}>
      <Text fz="sm">{t('why.onboarding.what')}</Text>
      {isWaiting ? (
        <Text fz="sm">{t('why.onboarding.waiting')}</Text>
      ) : (
        <Anchor component={Link} to={paths.walk(developerId)} fz="sm" fw={600}>
          {t('why.onboarding.go')}
        </Anchor>
      )}
    </Alert>
  );
}
