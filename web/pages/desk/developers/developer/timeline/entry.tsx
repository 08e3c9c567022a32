import { Code, Text } from '@mantine/core';
import type { listTimeline } from '../../../../../../api/timeline';
import type { AnswerOf } from '../../../../../client/asked';
import { useDecisionWords } from '../../../../../decision/words';
import { useWhy } from '../../../../../desk/why';
import { Moment } from '../../../../../moment/moment';
import type { DeskDeveloper } from '../developer-page';
import { useTimelineWords } from './words';

type TimelineEntry = AnswerOf<typeof listTimeline>['items'][number];

/** One decision: what, about which app, why, when, by whom, and its facts. */
export function Entry({ entry, developer }: { entry: TimelineEntry; developer: DeskDeveloper }) {
  const t = useTimelineWords();
  const decisionWords = useDecisionWords();
  const whyOf = useWhy();
  const app = developer.apps.find(({ id }) => id === entry.appId)?.name;
  const facts = Object.entries(entry.data).filter(([, value]) => value !== null);
  return (
    <>
      <Text fw={600}>
        {decisionWords(`decision.${entry.decision}`)}
        {app && ` · ${app}`}
      </Text>
      <Text fz="sm">{whyOf(entry.why)}</Text>
      <Text fz="sm" c="dimmed">
        <Moment at={entry.at} now={developer.now} timeZone={developer.timeZone} /> ·{' '}
        {t('who', { who: entry.actor.name ?? t(`actor.${entry.actor.kind}`) })}
      </Text>
      {facts.length > 0 && (
        <details>
          <summary>
            <Text span fz="xs" c="dimmed">
              {t('facts')}
            </Text>
          </summary>
          <Code block fz="xs" style={{ whiteSpace: 'pre-wrap' }}>
            {facts
              .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
              .join('\n')}
          </Code>
        </details>
      )}
    </>
  );
}
