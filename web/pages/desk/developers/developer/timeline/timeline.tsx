import { Group, Select, Skeleton, Text, Timeline } from '@mantine/core';
import { listTimeline } from '../../../../../../api/timeline';
import { useList } from '../../../../../client/view';
import { en as decisions } from '../../../../../decision/en';
import { useDecisionWords } from '../../../../../decision/words';
import { More } from '../../../../../desk/more';
import { useSearch } from '../../../../../desk/search';
import { EmptyState } from '../../../../../shell/empty-state';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { en } from './en';
import { Entry } from './entry';
import { useTimelineWords } from './words';

const decisionTypes = Object.keys(decisions.decision) as (keyof typeof decisions.decision)[];
const actorKinds = Object.keys(en.actor) as (keyof typeof en.actor)[];

/** Everything that was decided about a developer, with who and why. */
export function DeskTimeline() {
  const t = useTimelineWords();
  const decisionWords = useDecisionWords();
  const developer = useDeskDeveloper();
  const { get, set } = useSearch();
  const app = developer.apps.find(({ id }) => id === get('app'));
  const decision = decisionTypes.find((one) => one === get('decision'));
  const actorKind = actorKinds.find((one) => one === get('by'));
  const { items, more, isAsking } = useList(listTimeline, {
    params: { developerId: developer.id },
    query: { appId: app?.id, decision, actorKind, limit: 50 },
  });
  return (
    <DeveloperPage developer={developer} part="timeline">
      <Text c="dimmed">{t('lead', { zone: developer.timeZone })}</Text>
      <Group>
        <Select
          label={t('filter.app')}
          placeholder={t('filter.allApps')}
          data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
          value={app?.id ?? null}
          onChange={(id) => set('app', id)}
          clearable
        />
        <Select
          label={t('filter.decision')}
          placeholder={t('filter.all')}
          data={decisionTypes.map((value) => ({ value, label: decisionWords(`decision.${value}`) }))}
          value={decision ?? null}
          onChange={(value) => set('decision', value)}
          searchable
          clearable
        />
        <Select
          label={t('filter.who')}
          placeholder={t('filter.anybody')}
          data={actorKinds.map((value) => ({ value, label: t(`actor.${value}`) }))}
          value={actorKind ?? null}
          onChange={(value) => set('by', value)}
          clearable
        />
      </Group>
      {!items && <Skeleton height={320} />}
      {items?.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      <Timeline bulletSize={14} lineWidth={2} component="ol" maw={880}>
        {items?.map((entry) => (
          <Timeline.Item key={entry.seq} component="li">
            <Entry entry={entry} developer={developer} />
          </Timeline.Item>
        ))}
      </Timeline>
      <More more={more} isAsking={isAsking} />
    </DeveloperPage>
  );
}
