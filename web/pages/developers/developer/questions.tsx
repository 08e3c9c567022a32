import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { listSubmissions } from '../../../../api/submissions';
import type { DeveloperId } from '../../../../domain/ids';
import type { AnswerOf } from '../../../client/asked';
import { paths } from '../../../paths';
import { useStateWords } from '../../../standing/words';
import { Icon } from '../../../theme/icon';
import { useActionWords } from './words';

/** What reviewers ask about submissions that they look at, each with the way to answer it. Nothing where nothing is asked. */
export function Questions({
  submissions,
  developerId,
}: {
  submissions: readonly AnswerOf<typeof listSubmissions>['items'][number][];
  developerId: DeveloperId;
}) {
  const t = useActionWords();
  const stateWords = useStateWords();
  const open = submissions.flatMap(({ id, appName, items }) =>
    items.flatMap(({ obligation, questions }) =>
      questions.filter(({ isOpen }) => isOpen).map((question) => ({ question, obligation, appName, submissionId: id })),
    ),
  );
  return open.map(({ question, obligation, appName, submissionId }) => (
    <Paper
      key={question.id}
      withBorder
      p="lg"
      component="article"
      style={{ borderInlineStart: '6px solid var(--mantine-color-harbour-6)' }}
    >
      <Stack gap="sm">
        <Title order={2} size="h3">
          {appName}
        </Title>
        <Text fw={600}>{t('question.about', { step: stateWords(`step.${obligation}`) })}</Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{question.words}</Text>
        <Text fz="sm">{t('question.effect')}</Text>
        <Group>
          <Button
            component={Link}
            to={paths.submission(developerId, submissionId)}
            rightSection={<Icon name="arrow" />}
          >
            {t('question.go')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  ));
}
