import { List, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { Day } from '../../../../moment/moment';
import { useNoticeWords } from '../../../../notice/words';
import { useStateWords } from '../../../../standing/words';
import type { DeveloperShown } from '../actions';
import { byDay, type Foretold } from './foretold';
import { useStatusWords } from './words';

/** What happens on which day if nobody does anything. */
export function Forecast({ items, developer }: { items: readonly Foretold[]; developer: DeveloperShown }) {
  const t = useStatusWords();
  const say = useSaying(developer);
  const days = byDay(items)
    .map(({ on, items: rows }) => ({ on, lines: [...new Set(rows.map(say).filter((line) => line !== null))] }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="forecast">
      <Stack gap="md">
        <Title order={2} size="h3" id="forecast">
          {t('forecast.title')}
        </Title>
        <Text c="dimmed">{t('forecast.lead')}</Text>
        {days.length === 0 && <Text>{t('forecast.nothing')}</Text>}
        <Timeline bulletSize={14} lineWidth={2} component="ol" m={0} style={{ listStyle: 'none' }}>
          {days.map(({ on, lines }) => (
            <Timeline.Item
              key={on}
              component="li"
              title={<Day on={on} now={developer.now} timeZone={developer.timeZone} isShort />}
            >
              <List fz="sm">
                {lines.map((line) => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </Timeline.Item>
          ))}
        </Timeline>
      </Stack>
    </Paper>
  );
}

/** One line for what is foretold; null for what nobody plans by. */
function useSaying(developer: DeveloperShown): (item: Foretold) => string | null {
  const t = useStatusWords();
  const stateWords = useStateWords();
  const noticeWords = useNoticeWords();
  return ({ what, notice, standing, appId }) => {
    if (notice) return t('forecast.mail', { template: noticeWords(`template.${notice}`) });
    const app = developer.apps.find(({ id }) => id === appId)?.name ?? '';
    switch (what) {
      case 'app.standing-changed':
        return standing && t('forecast.becomes', { app, standing: stateWords(`standing.${standing}`) });
      case 'cycle.opened':
        return t('forecast.opens');
      case 'key.suspended':
        return t('forecast.stops');
      case 'submission.passed-provisionally':
        return t('forecast.passes');
      case 'submission.overdue':
        return t('forecast.submissionOverdue');
      case 'finding.lapsed':
        return t('forecast.findingLapses');
      case 'finding.overdue':
        return t('forecast.findingOverdue');
      case 'exemption.ended':
        return t('forecast.exemptionEnds');
      case 'key.expired':
        return t('forecast.keyExpires');
      default:
        return null;
    }
  };
}
