import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Sentence, useLanguage } from '../../../words/words';
import type { DeskToday } from './needs';
import { useTodayWords } from './words';

/** Who can be suspended within two weeks, and how far that would reach. */
export function Suspensions({ suspensions }: Pick<DeskToday, 'suspensions'>) {
  const t = useTodayWords();
  const language = useLanguage();
  const { count, items } = suspensions;
  return (
    <Paper withBorder p="lg" component="article" aria-labelledby="suspensions">
      <Stack gap="sm">
        <Title order={3} size="h4" id="suspensions">
          {t('suspensions.title')}
        </Title>
        <Text>
          {count === 0
            ? t('suspensions.none')
            : t('suspensions.reach', {
                apps: count,
                developers: suspensions.developerCount,
                keys: suspensions.keyCount,
                checks: suspensions.verificationsLastDay.toLocaleString(language),
              })}
        </Text>
        <Stack component="ul" gap={8} p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((item) => (
            <li key={item.app.id}>
              <Anchor component={Link} to={paths.deskDeveloper(item.developer.id)} fw={600}>
                {item.developer.legalName}
              </Anchor>
              <Text fz="sm" c="dimmed">
                {item.app.name} ·{' '}
                <Sentence t={t} of="suspensions.notBefore" elements={{ at: <Moment at={item.notBeforeAt} /> }} />
              </Text>
            </li>
          ))}
        </Stack>
        {count > 0 && (
          <Anchor component={Link} to={`${paths.deskEnforcement()}?ahead=P14D`} fz="sm">
            {t('suspensions.see')}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
