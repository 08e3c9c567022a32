import { Anchor, Box, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { listTimeline } from '../../../../../api/timeline';
import { isId } from '../../../../../domain/ids';
import { type Standing, standings } from '../../../../../domain/lifecycle/state';
import type { StaffRole } from '../../../../../domain/permissions';
import type { AnswerOf } from '../../../../client/asked';
import { useDecisionWords } from '../../../../decision/words';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { useStateWords } from '../../../../standing/words';
import type { DeveloperShown } from '../actions';
import { useHistoryWords } from './words';

type Entry = AnswerOf<typeof listTimeline>['items'][number];

/** One decision, as the record keeps it. */
export function HistoryEntry({ entry, developer }: { entry: Entry; developer: DeveloperShown }) {
  const t = useHistoryWords();
  const decisions = useDecisionWords();
  const who = useWho(entry.actor);
  const app = developer.apps.find(({ id }) => id === entry.appId);
  const toRead = pageOf(entry.subject, developer.id);
  return (
    <Box component="li" py="sm" style={{ borderTop: '1px solid var(--mantine-color-gray-3)' }}>
      <Group justify="space-between" gap="xs" align="baseline">
        <Text fw={600}>
          {decisions(`decision.${entry.decision}`)}
          {app && (
            <Text span inherit fw={400}>
              {' '}
              · {app.name}
            </Text>
          )}
        </Text>
        <Text fz="sm" c="dimmed">
          <Moment at={entry.at} now={developer.now} timeZone={developer.timeZone} />
        </Text>
      </Group>
      <Why why={entry.why} />
      <Text fz="sm" c="dimmed">
        {t('by', { who })}
        {entry.rule && ` · ${t('rule', { rule: decisions(`rule.${entry.rule}`) })}`}
        {toRead && (
          <>
            {' · '}
            <Anchor
              component={Link}
              to={toRead.to}
              inherit
              underline="always"
              aria-label={`${t(`read.${toRead.what}`)}: ${entry.at}`}
            >
              {t(`read.${toRead.what}`)}
            </Anchor>
          </>
        )}
      </Text>
    </Box>
  );
}

const change = /^from ([a-z]+) to ([a-z]+)$/;
const isStanding = (text: string | undefined): text is Standing => standings.some((standing) => standing === text);

/** Why, in the words of the record, which are English; standings by their names. */
function Why({ why }: { why: string }) {
  const t = useHistoryWords();
  const states = useStateWords();
  const [, from, to] = change.exec(why) ?? [];
  if (isStanding(from) && isStanding(to)) {
    return <Text fz="sm">{t('standing', { from: states(`standing.${from}`), to: states(`standing.${to}`) })}</Text>;
  }
  return (
    <Text fz="sm" lang="en">
      {why.charAt(0).toUpperCase() + why.slice(1)}
    </Text>
  );
}

function useWho({ kind, name, role }: Entry['actor']): string {
  const t = useHistoryWords();
  if (kind === 'person') return name ? t('who.named', { name }) : t('who.person');
  if (kind !== 'staff') return t(`actor.${kind}`);
  const of = t(`staff.${role as StaffRole}`);
  return name ? t('who.namedStaff', { name, role: of }) : t('who.staff', { role: of });
}

function pageOf(subject: string, developerId: DeveloperShown['id']) {
  if (isId('ntc', subject)) return { what: 'notice', to: paths.notice(developerId, subject) } as const;
  if (isId('fnd', subject)) return { what: 'finding', to: paths.finding(developerId, subject) } as const;
  if (isId('key', subject)) return { what: 'key', to: paths.keys(developerId) } as const;
  return null;
}
