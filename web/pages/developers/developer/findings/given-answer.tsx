import { Paper, Stack, Text, Title } from '@mantine/core';
import { getTerms } from '../../../../../api/terms';
import { useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { EvidenceList } from './evidence-list';
import type { Finding } from './state-badge';
import { useFindingWords } from './words';

/** The last answer and what was decided on it; nothing before the first. A finding that was taken back has a decision alone. */
export function GivenAnswer({ finding, developer }: { finding: Finding; developer: DeveloperShown }) {
  const t = useFindingWords();
  const { now, timeZone } = developer;
  const { answer, answerEvidence, answeredAt, state } = finding;
  const moment = (at: string) => ({ at: <Moment at={at} now={now} timeZone={timeZone} /> });
  return (
    <>
      {answer !== null && answeredAt !== null && (
        <section aria-labelledby="yours">
          <Title order={2} size="h3" id="yours" mb="sm">
            {t('yours.title')}
          </Title>
          <Stack gap="xs">
            <Text fz="sm" c="dimmed">
              <Sentence t={t} of="yours.at" elements={moment(answeredAt)} />
            </Text>
            <Paper withBorder p="md" style={{ whiteSpace: 'pre-wrap' }}>
              {answer}
            </Paper>
            <EvidenceList evidence={answerEvidence} />
            {state === 'answered' && <Waits clock={finding.clock} />}
          </Stack>
        </section>
      )}
      {finding.outcome !== null && finding.decidedAt !== null && state !== 'answered' && (
        <section aria-labelledby="decision">
          <Title order={2} size="h3" id="decision" mb="sm">
            {t('yours.decision')}
          </Title>
          <Text fw={600}>{t(`yours.outcome.${finding.outcome}`)}</Text>
          <Text fz="sm" c="dimmed">
            <Sentence t={t} of="yours.decided" elements={moment(finding.decidedAt)} />
          </Text>
          {finding.reason && (
            <Text mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
              <strong>{t('yours.reason')}:</strong> {finding.reason}
            </Text>
          )}
        </section>
      )}
    </>
  );
}

function Waits({ clock }: Pick<Finding, 'clock'>) {
  const t = useFindingWords();
  const terms = useView(getTerms, {});
  return (
    <Text fz="sm">
      {t('yours.waits', { days: terms.reviewWorkingDays })}{' '}
      {clock === 'stopped' ? t('yours.clock') : t('yours.clockRuns', { count: terms.submissionStops })}
    </Text>
  );
}
