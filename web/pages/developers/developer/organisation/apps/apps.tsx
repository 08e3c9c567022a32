import { Stack } from '@mantine/core';
import { useState } from 'react';
import { listApps, registerApp } from '../../../../../../api/apps';
import { getDeveloper } from '../../../../../../api/developers';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { useViews, viewOf, wholeOf } from '../../../../../client/view';
import { EmptyState } from '../../../../../shell/empty-state';
import { useDeveloperId } from '../../../../../shell/session';
import type { DeveloperShown } from '../../actions';
import { OrganisationPage } from '../organisation-page';
import { AppCard } from './app-card';
import { RegisterApp } from './register-app';
import { useAppWords } from './words';

/** The apps that embed an SDK, those in use first. */
export function Apps() {
  const t = useAppWords();
  const developerId = useDeveloperId();
  const params = { developerId };
  const [developer, apps] = useViews(viewOf(getDeveloper, { params }), wholeOf(listApps, { params }));
  const refusalOf = useRefusals(developerId);
  const notNow = useNotNow(developer);
  const [isAdding, setIsAdding] = useState(false);
  const shown = apps.toSorted((one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null));
  return (
    <OrganisationPage
      title={t('title')}
      lead={t('lead')}
      developer={developer}
      actions={
        <ActionButton refusal={refusalOf(registerApp) ?? notNow} onClick={() => setIsAdding(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      {apps.length === 0 && (
        <EmptyState title={t('none.title')} icon="pencil">
          {t('none.what')}
        </EmptyState>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((app) => (
          <AppCard key={app.id} app={app} developer={developer} />
        ))}
      </Stack>
      <RegisterApp developerId={developerId} isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </OrganisationPage>
  );
}

/** Why no app can be added now, as `appRegistered` in the domain decides it. */
function useNotNow({ apps, offboardedAt }: DeveloperShown): string | null {
  const t = useAppWords();
  if (offboardedAt) return t('offboarded');
  for (const { name, standing } of apps) {
    if (standing === 'restricted' || standing === 'suspended') {
      return t('restricted', { app: name, standing: t(`standing.${standing}`) });
    }
  }
  return null;
}
