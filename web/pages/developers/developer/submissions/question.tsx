import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { answerReviewQuestion } from '../../../../../api/review-questions';
import { WordsForm } from '../../../../action/words-form';
import { useCommand } from '../../../../client/command';
import { Moment } from '../../../../moment/moment';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { useMay } from '../../../../shell/may';
import { useStateWords } from '../../../../standing/words';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

type Item = Submission['items'][number];
type Asked = Item['questions'][number];

/** What a reviewer asks about one item, and the answer: given, to be given, or not needed any more. */
export function Question({
  question,
  item,
  submission,
  developer,
}: {
  question: Asked;
  item: Pick<Item, 'obligation'>;
  submission: Pick<Submission, 'id'>;
  developer: DeveloperShown;
}) {
  const t = useSubmissionWords();
  const stateWords = useStateWords();
  const mayAnswer = useMay(answerReviewQuestion, developer.id);
  const { now, timeZone } = developer;
  const moment = (at: string) => ({ at: <Moment at={at} now={now} timeZone={timeZone} /> });
  // Who has just answered goes on from what was kept: the field that had the focus is gone.
  const [hasAnswered, setHasAnswered] = useState(false);
  const given = useRef<HTMLDivElement>(null);
  const isAnswered = question.answer !== null;
  useEffect(() => {
    if (hasAnswered && isAnswered) given.current?.focus();
  }, [hasAnswered, isAnswered]);
  const step = stateWords(`step.${item.obligation}`);
  return (
    <Paper withBorder p="md" component="article" aria-label={t('question.about', { step })}>
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('question.about', { step })}
        </Title>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="question.asked" elements={moment(question.askedAt)} />
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{question.words}</Text>
        {question.answeredAt !== null && (
          <div ref={given} tabIndex={-1}>
            <Text fz="sm" c="dimmed">
              <Sentence t={t} of="question.answered" elements={moment(question.answeredAt)} />
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{question.answer}</Text>
          </div>
        )}
        {question.isOpen &&
          (mayAnswer ? (
            <AnswerForm
              ids={{ developerId: developer.id, submissionId: submission.id, questionId: question.id }}
              onAnswered={() => setHasAnswered(true)}
            />
          ) : (
            <Alert color="harbour" icon={<Icon name="dot" />}>
              {t('question.role')}
            </Alert>
          ))}
        {!question.isOpen && !isAnswered && <Text fz="sm">{t('question.closed')}</Text>}
      </Stack>
    </Paper>
  );
}

function AnswerForm({
  ids,
  onAnswered,
}: {
  ids: { developerId: DeveloperShown['id']; submissionId: Submission['id']; questionId: Asked['id'] };
  onAnswered: () => void;
}) {
  const t = useSubmissionWords();
  const answering = useCommand(answerReviewQuestion, { onSuccess: onAnswered });
  const fault = useFieldFault(answering.error)('answer');
  return (
    <Stack gap="sm">
      <ProblemNotice problem={answering.error} />
      <WordsForm
        label={t('question.field')}
        description={t('question.hint')}
        missing={t('question.missing')}
        fault={fault}
        maxLength={4000}
        onSend={(answer) => answering.mutate({ params: ids, body: { answer } })}
      >
        <Text fz="sm">{t('question.effect')}</Text>
        <Group>
          <Button type="submit" loading={answering.isPending}>
            {t('question.send')}
          </Button>
        </Group>
      </WordsForm>
    </Stack>
  );
}
