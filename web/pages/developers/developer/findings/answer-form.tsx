import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answerFinding } from '../../../../../api/findings';
import { getTerms } from '../../../../../api/terms';
import type { EvidenceId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { useView } from '../../../../client/view';
import { FaultSummary } from '../../../../problem/fault-summary';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { faultLines, inputId } from '../walk/inputs/input-props';
import { AnswerFiles } from './answer-files';
import type { Finding } from './state-badge';
import { useFindingWords } from './words';

/** How a finding is put right: words, files and addresses that show it. */
export function AnswerForm({ finding }: { finding: Finding }) {
  const t = useFindingWords();
  const terms = useView(getTerms, {});
  const [answer, setAnswer] = useState('');
  const [files, setFiles] = useState<EvidenceId[]>([]);
  const [pages, setPages] = useState('');
  const [told, setTold] = useState(0);
  const answering = useCommand(answerFinding);
  const faultOf = useFieldFault(answering.error);
  const faults = answer.trim() === '' ? [{ path: '/answer', message: t('form.wordsMissing') }] : [];
  const shown = told > 0 ? faults : [];

  function send(event: FormEvent) {
    event.preventDefault();
    setTold(told + 1);
    if (faults.length > 0) return;
    const lines = pages.split('\n').map((line) => line.trim());
    const evidence = [...files, ...lines.filter((line) => line !== '')];
    answering.mutate({ params: { findingId: finding.id }, body: { answer, evidence } });
  }

  return (
    <section aria-labelledby="answer">
      <Title order={2} size="h3" id="answer">
        {t(finding.answer === null ? 'form.title' : 'yours.again')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('form.lead')}
      </Text>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <FaultSummary faults={faultLines(shown)} attempt={told} />
          <ProblemNotice problem={answering.error} />
          <div>
            <Textarea
              id={inputId('/answer')}
              label={t('form.words')}
              description={t('form.wordsHint')}
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
              error={shown[0]?.message ?? faultOf('answer')}
              autosize
              minRows={5}
              maxLength={4000}
              required
            />
            <Text fz="sm" c="dimmed" mt={6}>
              {t('form.good')}
              <br />
              {t('form.bad')}
            </Text>
          </div>
          <AnswerFiles appId={finding.appId} files={files} onChange={setFiles} />
          <Textarea
            label={t('form.pages')}
            description={t('form.pagesHint')}
            placeholder="https://"
            value={pages}
            onChange={(event) => setPages(event.currentTarget.value)}
            error={faultOf('evidence')}
            autosize
            minRows={2}
          />
          <Alert color="harbour">{t('form.effect', { count: terms.submissionStops })}</Alert>
          <Group>
            <Button type="submit" loading={answering.isPending}>
              {t('form.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
