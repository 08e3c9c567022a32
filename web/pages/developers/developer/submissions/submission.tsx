import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { getSubmission } from '../../../../../api/submissions';
import type { SubmissionId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { Part } from '../../../../shell/part';
import { useDeveloperId } from '../../../../shell/session';
import { Sentence } from '../../../../words/words';
import { CheckResults } from './check-results';
import { Downloads } from './downloads';
import { Fingerprints } from './fingerprints';
import { Items } from './items';
import { NextDate } from './next-date';
import { Question } from './question';
import { SubmissionBadge } from './state-badge';
import { VerifyReceipt } from './verify-receipt';
import { WhatsNext } from './whats-next';
import { useSubmissionWords } from './words';

/** One submission: what became of it and why, what was signed, and how to prove it. */
export function Submission() {
  const t = useSubmissionWords();
  const developerId = useDeveloperId();
  const submissionId = useParams().submissionId as SubmissionId;
  const submission = useView(
    getSubmission,
    { params: { developerId, submissionId } },
    { refetchInterval: ({ state }) => (state === 'checking' ? 3_000 : false) },
  );
  const developer = useView(getDeveloper, { params: { developerId } });
  const { now, timeZone } = developer;
  const { appName, signedAt, state, items, checkResults, receipt } = submission;
  const asked = items.flatMap((item) => item.questions.map((question) => ({ item, question })));
  // What can be answered stands first; what was, beside the items.
  const [isAsked] = useState(asked.some(({ question }) => question.isOpen));
  const questions = asked.length > 0 && (
    <Part title={t('question.title')}>
      <Stack gap="sm">
        {asked.map(({ item, question }) => (
          <Question key={question.id} question={question} item={item} submission={submission} developer={developer} />
        ))}
      </Stack>
    </Part>
  );
  return (
    <Page
      title={t('detail.title', { app: appName })}
      lead={
        <Sentence
          t={t}
          of="detail.lead"
          values={{ id: submissionId }}
          elements={{ at: <Moment at={signedAt} now={now} timeZone={timeZone} /> }}
        />
      }
      actions={<SubmissionBadge state={state} />}
    >
      <Anchor component={Link} to={paths.submissions(developerId)}>
        {t('detail.back')}
      </Anchor>
      {isAsked && questions}
      <Part title={t('next.title')}>
        <WhatsNext submission={submission} developer={developer} />
      </Part>
      <Part title={t('date.title')}>
        <NextDate submission={submission} developer={developer} />
      </Part>
      <Part title={t('detail.items')}>
        <Items items={items} developer={developer} />
      </Part>
      {!isAsked && questions}
      <Part title={t('keep.title')}>
        <Downloads submission={submission} developerId={developerId} />
      </Part>
      <Part title={t('detail.checks')}>
        <CheckResults results={checkResults} />
      </Part>
      <Part title={t('detail.signedWords')}>
        <Text fz="sm" c="dimmed" mb="xs">
          {t('detail.signedWordsWhat')} {receipt.delegationId && t('detail.agency', { id: receipt.delegationId })}
        </Text>
        <Paper withBorder p="md" lang={receipt.language} style={{ whiteSpace: 'pre-wrap' }}>
          {receipt.words}
        </Paper>
      </Part>
      <Part title={t('detail.hashes')}>
        <Fingerprints submission={submission} />
      </Part>
      <Part title={t('verify.title')}>
        <VerifyReceipt submissionId={submissionId} />
      </Part>
    </Page>
  );
}
