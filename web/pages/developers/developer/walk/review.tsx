import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AppId } from '../../../../../domain/ids';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useStateWords } from '../../../../standing/words';
import { Icon } from '../../../../theme/icon';
import { outstandingOf, useEntry, useOwing } from './asked';
import { useAlong } from './chosen';
import { NothingAsked } from './nothing-asked';
import { ReviewedApp } from './reviewed-app';
import { useSigning } from './signing-view';
import { PendingNotice } from './task-list';
import { missingSlugs, type Signing } from './tasks';
import { useWalkWords } from './words';

/** Every answer once more before it is signed, each with the way to change it; what is missing stands first. */
export function Review() {
  const { items } = useOwing();
  const { apps } = useAlong();
  const owing = items.filter((one) => outstandingOf(one).length > 0).map(({ app }) => app.id);
  const shown = apps.length > 0 ? apps.filter((id) => owing.includes(id)) : owing;
  return shown.length > 0 ? <Reviewed appIds={shown} /> : <NothingAsked />;
}

function Reviewed({ appIds }: { appIds: readonly AppId[] }) {
  const t = useWalkWords();
  const { developer } = useOwing();
  const signing = useSigning(appIds);
  useEntry(developer.id, appIds, 'review');
  const lead = signing.apps[0];
  return (
    <Page title={t('review.title')} lead={t('review.lead', { count: appIds.length })}>
      <PendingNotice />
      <Missing signing={signing} appIds={appIds} />
      {signing.apps.map((app) => (
        <ReviewedApp
          key={app.appId}
          app={app}
          lead={lead && lead !== app ? lead : null}
          missing={signing.missing}
          developer={developer}
          appIds={appIds}
        />
      ))}
      <Group>
        {signing.isReady ? (
          <Button component={Link} to={paths.walkSign(developer.id, { apps: appIds })}>
            {t('review.go')}
          </Button>
        ) : (
          <Button data-disabled aria-disabled aria-describedby="review-not-ready">
            {t('review.go')}
          </Button>
        )}
        <Anchor component={Link} to={paths.walk(developer.id)}>
          {t('nothing.list')}
        </Anchor>
      </Group>
      {!signing.isReady && (
        <Text fz="sm" id="review-not-ready">
          {t('review.notReady')}
        </Text>
      )}
    </Page>
  );
}

/** What still stands between the answers and a signature: a link to each question. */
function Missing({ signing, appIds }: { signing: Signing; appIds: readonly AppId[] }) {
  const t = useWalkWords();
  const states = useStateWords();
  const { developer } = useOwing();
  if (signing.isReady) return null;
  const lines = signing.apps.flatMap((app) =>
    app.statements.flatMap(({ obligation }) =>
      missingSlugs(app.appId, obligation, signing).map((slug) => ({
        app,
        obligation,
        slug,
        message: signing.missing.find(({ path }) => path.startsWith(`/apps/${app.appId}/${obligation}/${slug}`))
          ?.message,
      })),
    ),
  );
  return (
    <Alert
      color="over"
      role="alert"
      icon={<Icon name="warning" />}
      title={t('faults.missing', { count: lines.length })}
    >
      <List>
        {lines.map(({ app, obligation, slug, message }) => (
          <List.Item key={`${app.appId} ${obligation} ${slug}`}>
            <Anchor
              component={Link}
              to={paths.walkQuestion(developer.id, app.appId, obligation, slug, { apps: appIds, back: 'review' })}
            >
              {signing.apps.length > 1 && `${app.name} · `}
              {states(`step.${obligation}`)}: {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
