import { Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { getForecast } from '../../../../../api/forecast';
import { listRequirements } from '../../../../../api/requirements';
import { useView, useViews, viewOf, wholeOf } from '../../../../client/view';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import type { DeveloperShown } from '../actions';
import { useActionWords } from '../words';
import { Exemptions } from './exemptions';
import { Forecast } from './forecast';
import { Ladder } from './ladder';
import { WhatToDo } from './what-to-do';
import { useStatusWords } from './words';

type App = DeveloperShown['apps'][number];

/** Where an app stands, what comes by itself and when, and what can be done about it. */
export function Status() {
  const t = useStatusWords();
  const actionWords = useActionWords();
  const developerId = useDeveloperId();
  const [search, setSearch] = useSearchParams();
  const [developer, items] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    wholeOf(listRequirements, { params: { developerId } }),
  );
  const app = developer.apps.find(({ id }) => id === search.get('app')) ?? worst(developer.apps);
  return (
    <Page title={t('title')} lead={t('lead', { zone: developer.timeZone })}>
      {!app && <EmptyState title={actionWords('noApps.title')}>{actionWords('noApps.what')}</EmptyState>}
      {developer.apps.length > 1 && app && (
        <Select
          label={t('app')}
          data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
          value={app.id}
          onChange={(id) => id && setSearch({ app: id }, { replace: true })}
          allowDeselect={false}
          searchable={developer.apps.length > 12}
          maw={420}
        />
      )}
      {app && <OfApp app={app} developer={developer} />}
      <WhatToDo developer={developer} items={items} />
    </Page>
  );
}

function OfApp({ app, developer }: { app: App; developer: DeveloperShown }) {
  const { items } = useView(getForecast, { params: { developerId: developer.id }, query: { appId: app.id } });
  return (
    <>
      <Ladder app={app} developer={developer} items={items} />
      <Exemptions appId={app.id} developer={developer} />
      <Forecast items={items} developer={developer} />
    </>
  );
}

const order = ['suspended', 'restricted', 'grace', 'due', 'onboarding', 'active', 'revoked', 'offboarded'];

/** The app that needs attention first. */
function worst(apps: readonly App[]): App | undefined {
  return apps.toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing))[0];
}
