import { Anchor, Button, Code, Group, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { downloadCalendar } from '../../../../../api/calendar';
import { getDeveloper } from '../../../../../api/developers';
import { listSubmissions } from '../../../../../api/submissions';
import { addressOf } from '../../../../client/call';
import { useList, useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { RequirementBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import { Sentence, useLanguage } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { type Submission, SubmissionBadge } from './state-badge';
import { useSubmissionWords } from './words';

/** Everything that was signed, newest first. */
export function Submissions() {
  const t = useSubmissionWords();
  const language = useLanguage();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  const [search, setSearch] = useSearchParams();
  const app = developer.apps.find(({ id }) => id === search.get('app'));
  const query = app ? { appId: app.id } : {};
  const { items, more, isAsking } = useList(listSubmissions, { params: { developerId }, query });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead', { zone: developer.timeZone })}
      actions={
        <Button
          component="a"
          href={addressOf(downloadCalendar, { params: { developerId }, query: { language } })}
          download
          variant="default"
        >
          {t('list.calendar')}
        </Button>
      }
    >
      {developer.apps.length > 1 && (
        <Select
          label={t('list.app')}
          placeholder={t('list.all')}
          data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
          value={app?.id ?? null}
          onChange={(id) => setSearch(id ? { app: id } : {}, { replace: true })}
          clearable
          clearButtonProps={{ 'aria-label': t('list.all') }}
          maw={420}
        />
      )}
      {!items && <Skeleton height={200} />}
      {items?.length === 0 && (
        <EmptyState title={t('list.none')} icon="pencil">
          {t('list.noneWhat')}
        </EmptyState>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items?.map((submission) => (
          <Row key={submission.id} submission={submission} developer={developer} />
        ))}
      </Stack>
      {more && (
        <Button variant="default" onClick={more} loading={isAsking} style={{ alignSelf: 'flex-start' }}>
          {t('list.more')}
        </Button>
      )}
    </Page>
  );
}

function Row({ submission, developer }: { submission: Submission; developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const stateWords = useStateWords();
  const { now, timeZone } = developer;
  const { id, appName, state, signedAt, items } = submission;
  const returned = items.filter((item) => item.state === 'returned');
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            <Anchor component={Link} to={paths.submission(developer.id, id)} inherit>
              {appName}
            </Anchor>
          </Title>
          <SubmissionBadge state={state} />
        </Group>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="list.signed" elements={{ at: <Moment at={signedAt} now={now} timeZone={timeZone} /> }} />
          {' · '}
          {t('list.reference')}: <Code>{id}</Code>
        </Text>
        {returned.map((item) => (
          <Group key={item.requirementId} gap="xs">
            <RequirementBadge state="returned" />
            <Text fz="sm">{stateWords(`step.${item.obligation}`)}</Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
