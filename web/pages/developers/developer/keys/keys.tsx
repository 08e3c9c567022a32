import { Button, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { listApps } from '../../../../../api/apps';
import { getDeveloper } from '../../../../../api/developers';
import { listKeys } from '../../../../../api/keys';
import { useViews, viewOf, wholeOf } from '../../../../client/view';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { AppKeys } from './app-keys';
import { Samples } from './samples';
import { useKeyWords } from './words';

/** The SDK keys of each app: how they stand, why, and what can be done with them. `#app_…` leads to one app. */
export function Keys() {
  const t = useKeyWords();
  const developerId = useDeveloperId();
  const params = { developerId };
  const [developer, apps, keys] = useViews(
    viewOf(getDeveloper, { params }),
    wholeOf(listApps, { params }),
    wholeOf(listKeys, { params }),
  );
  useAnchor();
  const shown = apps
    .filter(({ id, retiredAt }) => retiredAt === null || keys.some(({ appId }) => appId === id))
    .toSorted((one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null));
  return (
    <Page title={t('title')} lead={t('lead', { zone: developer.timeZone })}>
      {shown.length === 0 && (
        <EmptyState title={t('noApps.title')} icon="key">
          <Stack align="flex-start">
            {t('noApps.what')}
            <Button component={Link} to={paths.apps(developerId)}>
              {t('noApps.go')}
            </Button>
          </Stack>
        </EmptyState>
      )}
      {shown.map((app) => (
        <AppKeys key={app.id} app={app} keys={keys.filter(({ appId }) => appId === app.id)} developer={developer} />
      ))}
      <Samples />
    </Page>
  );
}

/** Sections arrive after the address did, so the browser cannot find its anchor by itself. */
function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const section = hash && document.getElementById(hash.slice(1));
    if (section) section.scrollIntoView();
  }, [hash]);
}
