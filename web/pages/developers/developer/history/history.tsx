import { Button, Group, Select, Skeleton, Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { actorKinds, listTimeline } from '../../../../../api/timeline';
import { useList, useView } from '../../../../client/view';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { HistoryEntry } from './history-entry';
import { useHistoryWords } from './words';

/** Every decision about a developer, newest first: what, when, who and why. The address keeps what was chosen. */
export function History() {
  const t = useHistoryWords();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  const [search, setSearch] = useSearchParams();
  const appId = developer.apps.find(({ id }) => id === search.get('app'))?.id;
  const actorKind = actorKinds.find((kind) => kind === search.get('by'));
  const { items, more, isAsking } = useList(listTimeline, {
    params: { developerId },
    query: { limit: 50, ...(appId && { appId }), ...(actorKind && { actorKind }) },
  });
  const choose = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  return (
    <Page title={t('title')} lead={t('lead', { name: developer.legalName, zone: developer.timeZone })}>
      <Group align="flex-end">
        {developer.apps.length > 1 && (
          <Select
            label={t('filter.app')}
            placeholder={t('filter.allApps')}
            data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
            value={appId ?? null}
            onChange={(value) => choose('app', value)}
            searchable={developer.apps.length > 12}
            clearable
          />
        )}
        <Select
          label={t('filter.by')}
          placeholder={t('filter.anybody')}
          data={actorKinds.map((kind) => ({ value: kind, label: t(`actor.${kind}`) }))}
          value={actorKind ?? null}
          onChange={(value) => choose('by', value)}
          clearable
        />
      </Group>
      {!items && <Skeleton height={320} />}
      {items?.length === 0 && (
        <EmptyState title={t('none')} icon="dot">
          {t('noneWhat')}
        </EmptyState>
      )}
      <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
        {items?.map((entry) => (
          <HistoryEntry key={entry.seq} entry={entry} developer={developer} />
        ))}
      </Stack>
      {more && (
        <Button variant="default" onClick={more} loading={isAsking} style={{ alignSelf: 'flex-start' }}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
