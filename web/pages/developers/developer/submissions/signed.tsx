import { Anchor, Button, Code, Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { listSubmissions } from '../../../../../api/submissions';
import type { SignatureId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useDeveloperId, useSession } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import { NotFound } from '../../../not-found/not-found';
import { Downloads } from './downloads';
import { NextDate } from './next-date';
import { type Submission, SubmissionBadge } from './state-badge';
import { Told } from './told';
import { WhatsNext } from './whats-next';
import { useSubmissionWords } from './words';

const everyMs = 2_000;
const isChecking = ({ state }: Submission) => state === 'checking';

/** Where the walk ends: what was signed, what happens next and by when, and what to keep of it. It looks again until the checks are done. */
export function Signed() {
  const t = useSubmissionWords();
  const developerId = useDeveloperId();
  const signatureId = useParams().signatureId as SignatureId;
  const personId = useSession().person.id;
  const { items } = useView(
    listSubmissions,
    { params: { developerId }, query: { signatureId, limit: 100 } },
    { refetchInterval: (shown) => (shown.items.some(isChecking) ? everyMs : false) },
  );
  const isRunning = items.some(isChecking);
  const developer = useView(
    getDeveloper,
    { params: { developerId } },
    { refetchInterval: () => (isRunning ? everyMs : false) },
  );
  const [first] = items;
  if (!first) return <NotFound />;
  const around = { now: developer.now, timeZone: developer.timeZone };
  const who = first.signedBy === personId ? t('signed.you') : t('signed.colleague', { id: first.signedBy });
  return (
    <Page
      title={t('signed.title')}
      lead={
        <Sentence
          t={t}
          of="signed.lead"
          values={{ who }}
          elements={{ at: <Moment at={first.signedAt} {...around} /> }}
        />
      }
    >
      <Paper withBorder p="lg" bg="good.0" style={{ borderColor: 'var(--mantine-color-good-6)' }}>
        <Stack gap="sm">
          <Group gap="sm" wrap="nowrap" c="good.9">
            <Icon name="check" size={26} />
            <Text fw={600}>{t('signed.references', { count: items.length })}</Text>
          </Group>
          {items.map((submission) => (
            <Reference key={submission.id} submission={submission} />
          ))}
          <Text component="output" fz="sm">
            {t(isRunning ? 'signed.checking' : 'signed.checked')}
            <VisuallyHidden>
              {items.map(({ appName, state }) => `${appName}: ${t(`state.${state}`)}`).join('. ')}
            </VisuallyHidden>
          </Text>
        </Stack>
      </Paper>
      <Section title={t('next.title')} submissions={items}>
        {(submission) => <WhatsNext submission={submission} developer={developer} />}
      </Section>
      <Section title={t('date.title')} submissions={items}>
        {(submission) => <NextDate submission={submission} developer={developer} />}
      </Section>
      <Section title={t('keep.title')} submissions={items}>
        {(submission) => <Downloads submission={submission} developerId={developerId} />}
      </Section>
      <section aria-labelledby="told">
        <Title order={2} size="h3" id="told" mb="sm">
          {t('told.title')}
        </Title>
        <Told submissions={items} developer={developer} />
      </section>
      <Group>
        <Button component={Link} to={paths.developer(developerId)}>
          {t('signed.actions')}
        </Button>
        <Button component={Link} to={paths.submissions(developerId)} variant="default">
          {t('signed.all')}
        </Button>
      </Group>
    </Page>
  );
}

function Reference({ submission }: { submission: Submission }) {
  const t = useSubmissionWords();
  const developerId = useDeveloperId();
  const { id, appName, state } = submission;
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Anchor
          component={Link}
          to={paths.submission(developerId, id)}
          fw={600}
          aria-label={t('signed.see', { app: appName })}
        >
          {appName}
        </Anchor>
        <br />
        <Code fz="md">{id}</Code>
      </div>
      <SubmissionBadge state={state} />
    </Group>
  );
}

/** A part of the page, once for each app; the app is named where there are several. */
function Section({
  title,
  submissions,
  children,
}: {
  title: string;
  submissions: readonly Submission[];
  children: (submission: Submission) => ReactNode;
}) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <Stack gap="md">
        {submissions.map((submission) => (
          <div key={submission.id}>
            {submissions.length > 1 && (
              <Title order={3} size="h4" mb={4}>
                {submission.appName}
              </Title>
            )}
            {children(submission)}
          </div>
        ))}
      </Stack>
    </section>
  );
}
