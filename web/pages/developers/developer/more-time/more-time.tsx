import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { listExtensions, requestExtension } from '../../../../../api/extensions';
import { listRequirements } from '../../../../../api/requirements';
import { getTerms } from '../../../../../api/terms';
import { useViews, viewOf, wholeOf } from '../../../../client/view';
import { daysOf } from '../../../../moment/duration';
import { Day } from '../../../../moment/moment';
import { dayOf } from '../../../../moment/zoned';
import { paths } from '../../../../paths';
import { useMay } from '../../../../shell/may';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { type Extensible, extensibleOf, type WhyNot } from './extensible';
import { MadeRequest } from './made-request';
import { RequestForm } from './request-form';
import { useMoreTimeWords } from './words';

/** More time: its limits first, then the request, or why there is none now; and what became of earlier ones. */
export function MoreTime() {
  const t = useMoreTimeWords();
  const developerId = useDeveloperId();
  const mayAsk = useMay(requestExtension, developerId);
  const params = { developerId };
  const [developer, items, extensions, terms] = useViews(
    viewOf(getDeveloper, { params }),
    wholeOf(listRequirements, { params }),
    wholeOf(listExtensions, { params }),
    viewOf(getTerms, { query: { developerId } }),
  );
  const today = dayOf(developer.now, developer.timeZone);
  const found = extensibleOf(developer, items, extensions, today);
  const extensible = typeof found === 'string' ? null : found;
  const days = extensible?.longestDays ?? Number(daysOf(terms.extensionLongest));
  return (
    <Page title={t('title')} lead={t('lead', { zone: developer.timeZone })}>
      <Limits days={days} extensible={extensible} developer={developer} />
      {typeof found === 'string' && <Closed why={found} developerId={developerId} />}
      {extensible && !mayAsk && <Closed why="role" developerId={developerId} />}
      {extensible && <Apps extensible={extensible} developer={developer} />}
      {extensible && mayAsk && <RequestForm extensible={extensible} developerId={developerId} />}
      <section aria-labelledby="requests">
        <Title order={2} size="h3" id="requests" mb="sm">
          {t('requests.title')}
        </Title>
        {extensions.length === 0 && <Text c="dimmed">{t('requests.none')}</Text>}
        <Stack gap="md">
          {extensions.map((extension) => (
            <MadeRequest key={extension.id} extension={extension} developer={developer} />
          ))}
        </Stack>
      </section>
    </Page>
  );
}

function Limits({
  days,
  extensible,
  developer,
}: {
  days: number;
  extensible: Extensible | null;
  developer: DeveloperShown;
}) {
  const t = useMoreTimeWords();
  const { now, timeZone } = developer;
  return (
    <section aria-labelledby="limits">
      <Title order={2} size="h3" id="limits" mb="sm">
        {t('limits.title')}
      </Title>
      <List spacing={6}>
        <List.Item>{t('limits.once')}</List.Item>
        <List.Item>
          {extensible ? (
            <Sentence
              t={t}
              of="limits.longest"
              values={{ days }}
              elements={{ day: <Day on={extensible.latest} now={now} timeZone={timeZone} /> }}
            />
          ) : (
            t('limits.longestAny', { days })
          )}
        </List.Item>
        <List.Item>{t('limits.who')}</List.Item>
        <List.Item>{t('limits.clock')}</List.Item>
        <List.Item>{t('limits.granted')}</List.Item>
        <List.Item>{t('limits.next')}</List.Item>
      </List>
    </section>
  );
}

function Apps({ extensible, developer }: { extensible: Extensible; developer: DeveloperShown }) {
  const t = useMoreTimeWords();
  const { now, timeZone } = developer;
  return (
    <section aria-labelledby="apps">
      <Title order={2} size="h3" id="apps" mb="sm">
        {t('apps.title')}
      </Title>
      <List spacing={4}>
        {extensible.apps.map(({ id, name, dueOn }) => (
          <List.Item key={id}>
            <strong>{name}</strong>,{' '}
            <Sentence t={t} of="apps.due" elements={{ day: <Day on={dueOn} now={now} timeZone={timeZone} /> }} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Closed({ why, developerId }: { why: WhyNot | 'role'; developerId: DeveloperShown['id'] }) {
  const t = useMoreTimeWords();
  return (
    <Alert color="harbour" icon={<Icon name="pause" />} title={t('closed.title')}>
      <Stack gap="sm">
        {t(`closed.${why}`)}
        <Group gap="xs">
          {(why === 'used' || why === 'restricted') && (
            <Button component={Link} to={paths.walk(developerId)} size="compact-md">
              {t('closed.walk')}
            </Button>
          )}
          <Button component={Link} to={paths.status(developerId)} size="compact-md" variant="default">
            {t('closed.status')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
