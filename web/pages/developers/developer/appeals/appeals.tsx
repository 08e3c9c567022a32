import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { listAppealable, listAppeals } from '../../../../../api/appeals';
import { getDeveloper } from '../../../../../api/developers';
import { useViews, viewOf, wholeOf } from '../../../../client/view';
import { Day, Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { Sentence } from '../../../../words/words';
import { FiledAppeal } from './filed-appeal';
import { useAppealWords } from './words';

/** What can be appealed against and until when, and what became of earlier appeals. */
export function Appeals() {
  const t = useAppealWords();
  const developerId = useDeveloperId();
  const [developer, { items: appealable }, appeals] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    viewOf(listAppealable, { params: { developerId } }),
    wholeOf(listAppeals, { params: { developerId } }),
  );
  const around = { now: developer.now, timeZone: developer.timeZone };
  const open = appealable.filter(({ appealId }) => appealId === null);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <section aria-labelledby="possible">
        <Title order={2} size="h3" id="possible" mb="sm">
          {t('possible.title')}
        </Title>
        {open.length === 0 && <Text c="dimmed">{t('possible.none')}</Text>}
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {open.map((one) => (
            <Paper component="li" key={`${one.against} ${one.subject}`} withBorder p="md">
              <Group justify="space-between">
                <div>
                  <Text fw={600}>
                    {t(`against.${one.against}`)} · {one.appName}
                  </Text>
                  <Text fz="sm" c="dimmed">
                    <Sentence
                      t={t}
                      of="possible.until"
                      elements={{
                        at: <Moment at={one.decidedAt} {...around} isBare />,
                        day: <Day on={one.untilOn} {...around} />,
                      }}
                    />
                    {one.endedAt && ` (${t('possible.ended')})`}
                  </Text>
                </div>
                <Anchor
                  component={Link}
                  to={paths.newAppeal(developerId, one.against, one.subject)}
                  aria-label={t('possible.goAbout', { against: t(`against.${one.against}`), app: one.appName })}
                >
                  {t('possible.go')}
                </Anchor>
              </Group>
            </Paper>
          ))}
        </Stack>
      </section>
      <section aria-labelledby="filed">
        <Title order={2} size="h3" id="filed" mb="sm">
          {t('filed.title')}
        </Title>
        {appeals.length === 0 && <Text c="dimmed">{t('filed.none')}</Text>}
        <Stack gap="md">
          {appeals.map((appeal) => (
            <FiledAppeal key={appeal.id} appeal={appeal} around={around} />
          ))}
        </Stack>
      </section>
    </Page>
  );
}
