import { Alert, Anchor, Button, List, Paper, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { listAppealable } from '../../../../../api/appeals';
import { getDeveloper } from '../../../../../api/developers';
import { answerFinding, getFinding } from '../../../../../api/findings';
import type { FindingId } from '../../../../../domain/ids';
import { useViews, viewOf } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { useMay } from '../../../../shell/may';
import { Page } from '../../../../shell/page';
import { Part } from '../../../../shell/part';
import { useDeveloperId } from '../../../../shell/session';
import { useStateWords } from '../../../../standing/words';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { AnswerForm } from './answer-form';
import { CureBy } from './cure-by';
import { EvidenceList } from './evidence-list';
import { GivenAnswer } from './given-answer';
import { FindingBadge, type Finding as FindingShown, isOpen } from './state-badge';
import { useFindingWords } from './words';

/** One finding: what, why, until when, what happens otherwise; its answer, and the way to contest it. */
export function Finding() {
  const t = useFindingWords();
  const stateWords = useStateWords();
  const developerId = useDeveloperId();
  const findingId = useParams().findingId as FindingId;
  const mayAnswer = useMay(answerFinding, developerId);
  const [developer, finding] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    viewOf(getFinding, { params: { findingId } }),
  );
  const { appName, obligation, clause, facts, evidence, state } = finding;
  return (
    <Page
      title={t('one.title', { app: appName })}
      lead={t('one.clause', { clause, step: stateWords(`step.${obligation}`) })}
      actions={<FindingBadge state={state} />}
    >
      <Anchor component={Link} to={paths.findings(developerId)}>
        {t('one.back')}
      </Anchor>
      <Part title={t('one.facts')}>
        <Text fz="sm" c="dimmed">
          {t('one.factsBy')}
        </Text>
        <Paper withBorder p="md" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {facts}
        </Paper>
      </Part>
      <Part title={t('one.evidence')}>
        {evidence.length === 0 ? <Text c="dimmed">{t('one.noEvidence')}</Text> : <EvidenceList evidence={evidence} />}
      </Part>
      {isOpen(finding) && (
        <Part title={t('one.until')}>
          <CureBy finding={finding} developer={developer} />
          {finding.blockedBy && <Text fz="sm">{t(`one.blocked.${finding.blockedBy}`)}</Text>}
        </Part>
      )}
      {isOpen(finding) && <Otherwise finding={finding} developer={developer} />}
      <GivenAnswer finding={finding} developer={developer} />
      {state === 'open' &&
        (mayAnswer ? (
          <AnswerForm finding={finding} />
        ) : (
          <Alert color="harbour" icon={<Icon name="dot" />} title={t('form.title')}>
            {t('form.role')}
          </Alert>
        ))}
      <Contest finding={finding} />
    </Page>
  );
}

function Otherwise({ finding, developer }: { finding: FindingShown; developer: DeveloperShown }) {
  const t = useFindingWords();
  const { now, timeZone } = developer;
  const { restrictedAt, suspendedAt, restrictsNotBeforeAt, suspendsNotBeforeAt } = finding;
  const line = (of: 'restricted' | 'suspended' | 'isRestricted' | 'isSuspended', at: string) => (
    <List.Item key={of}>
      <Sentence t={t} of={`one.${of}`} elements={{ at: <Moment at={at} now={now} timeZone={timeZone} /> }} />
    </List.Item>
  );
  return (
    <Part title={t('one.otherwise')}>
      <List spacing={4}>
        {restrictedAt !== null
          ? line('isRestricted', restrictedAt)
          : restrictsNotBeforeAt && line('restricted', restrictsNotBeforeAt)}
        {suspendedAt !== null
          ? line('isSuspended', suspendedAt)
          : suspendsNotBeforeAt && line('suspended', suspendsNotBeforeAt)}
      </List>
    </Part>
  );
}

function Contest({ finding }: { finding: FindingShown }) {
  const t = useFindingWords();
  const developerId = useDeveloperId();
  const [{ items }] = useViews(viewOf(listAppealable, { params: { developerId } }));
  const own = items.find(({ against, subject }) => against === 'finding' && subject === finding.id);
  return (
    <Part title={t('one.wrong')}>
      <Stack gap="xs" align="flex-start">
        {own?.appealId ? (
          <>
            <Text>{t('one.appealed')}</Text>
            <Anchor component={Link} to={paths.appeals(developerId)}>
              {t('one.appeals')}
            </Anchor>
          </>
        ) : own ? (
          <>
            <Text>{t('one.wrongWhat')}</Text>
            <Button component={Link} to={paths.newAppeal(developerId, 'finding', finding.id)} variant="default">
              {t('one.appeal')}
            </Button>
          </>
        ) : (
          <Text>{t('one.noAppeal')}</Text>
        )}
      </Stack>
    </Part>
  );
}
