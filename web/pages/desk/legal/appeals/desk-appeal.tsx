import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { acknowledgeAppeal, decideAppeal, type listAllAppeals } from '../../../../../api/appeals';
import { downloadEvidence } from '../../../../../api/evidence';
import type { AnswerOf } from '../../../../client/asked';
import { addressOf } from '../../../../client/call';
import { useCommand } from '../../../../client/command';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useStaffName } from '../../../../desk/staff-names';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { TitledWords } from '../../../../wording/titled-words';
import { Sentence } from '../../../../words/words';
import { useDeskAppealWords } from './words';

type Appeal = AnswerOf<typeof listAllAppeals>['items'][number];

const looks: Readonly<Record<Appeal['state'], Look>> = {
  open: { color: 'near', icon: 'clock' },
  upheld: { color: 'good', icon: 'check' },
  dismissed: { color: 'gray', icon: 'cross' },
  withdrawn: { color: 'gray', icon: 'reply' },
};

/** An appeal with its words, its answers, and what is owed by when. */
export function DeskAppeal({ appeal }: { appeal: Appeal }) {
  const t = useDeskAppealWords();
  const nameOf = useStaffName();
  const { state, firstAnswer } = appeal;
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t(`against.${appeal.against}`)} · {appeal.appName}
          </Title>
          <Group gap={6}>
            {appeal.isLate && state === 'open' && (
              <StateBadge look={{ color: 'over', icon: 'warning' }}>{t('late')}</StateBadge>
            )}
            <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>
          </Group>
        </Group>
        <Anchor component={Link} to={paths.deskDeveloper(appeal.developerId)}>
          {appeal.developerName}
        </Anchor>
        <Text fz="sm" c="dimmed">
          <Sentence
            t={t}
            of="filed"
            elements={{ decided: <Moment at={appeal.subjectDecidedAt} isBare />, at: <Moment at={appeal.filedAt} /> }}
          />
        </Text>
        {appeal.subjectEndedAt && (
          <Text fz="sm">
            <Sentence t={t} of="ended" elements={{ at: <Moment at={appeal.subjectEndedAt} isBare /> }} />
          </Text>
        )}
        <TitledWords title={t('words')} words={appeal.words} />
        {appeal.evidenceIds.map((evidenceId, index) => (
          <Anchor
            key={evidenceId}
            href={addressOf(downloadEvidence, { params: { developerId: appeal.developerId, evidenceId } })}
            target="_blank"
            rel="noreferrer"
          >
            {t('open', { at: index + 1 })}
          </Anchor>
        ))}
        {firstAnswer && <TitledWords title={t('first', { who: nameOf(appeal.firstAnsweredBy) })} words={firstAnswer} />}
        {appeal.reason && (
          <TitledWords title={t('decision', { who: nameOf(appeal.decidedBy) })} words={appeal.reason} />
        )}
        {state === 'open' && (
          <>
            <Text fz="sm">
              <Sentence
                t={t}
                of={firstAnswer ? 'decisionDue' : 'firstDue'}
                elements={{ at: <Moment at={firstAnswer ? appeal.decisionDueAt : appeal.firstAnswerDueAt} /> }}
              />
            </Text>
            <Answer appeal={appeal} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Answer({ appeal }: { appeal: Appeal }) {
  const t = useDeskAppealWords();
  const acknowledging = useCommand(acknowledgeAppeal);
  const upholding = useCommand(decideAppeal);
  const dismissing = useCommand(decideAppeal);
  const { id: appealId, developerName: developer, state } = appeal;
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="acknowledgeAppeal"
        subject={{ state }}
        refusal={appeal.firstAnsweredAt ? t('acknowledged') : null}
        label={t('acknowledge')}
        what={t('acknowledgeWhat', { developer })}
        reason={t('reason')}
        command={acknowledging}
        given={(words) => ({ params: { appealId }, body: { words } })}
      />
      <ReasonedAct
        act="decideAppeal"
        subject={{ state }}
        label={t('uphold')}
        what={t('upholdWhat', { developer })}
        reason={t('reason')}
        command={upholding}
        given={(words) => ({ params: { appealId }, body: { outcome: 'uphold', words } })}
        color="good"
        variant="outline"
      />
      <ReasonedAct
        act="decideAppeal"
        subject={{ state }}
        label={t('dismiss')}
        what={t('dismissWhat', { developer })}
        reason={t('reason')}
        command={dismissing}
        given={(words) => ({ params: { appealId }, body: { outcome: 'dismiss', words } })}
        color="over"
        variant="outline"
      />
    </Group>
  );
}
