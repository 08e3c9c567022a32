import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { decideFinding, type listFindings, withdrawFinding } from '../../../../../../api/findings';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { useStaffName } from '../../../../../desk/staff-names';
import { Day, Moment } from '../../../../../moment/moment';
import { StateBadge } from '../../../../../standing/badge';
import type { Look } from '../../../../../standing/looks';
import { useStateWords } from '../../../../../standing/words';
import { Sentence } from '../../../../../words/words';
import type { DeskDeveloper } from '../developer-page';
import { useDeskFindingWords } from './words';

type Finding = AnswerOf<typeof listFindings>['items'][number];

const looks: Readonly<Record<Finding['state'], Look>> = {
  open: { color: 'over', icon: 'warning' },
  answered: { color: 'near', icon: 'reply' },
  cured: { color: 'good', icon: 'check' },
  withdrawn: { color: 'gray', icon: 'cross' },
  superseded: { color: 'gray', icon: 'dot' },
};

/** A finding with its facts, its clock, its answer, and what can be decided. */
export function OneFinding({ finding, developer }: { finding: Finding; developer: DeskDeveloper }) {
  const t = useDeskFindingWords();
  const stateWords = useStateWords();
  const nameOf = useStaffName();
  const around = { now: developer.now, timeZone: developer.timeZone };
  const { state, outcome, raisedBy, restrictsNotBeforeAt, suspendsNotBeforeAt } = finding;
  const isOpen = state === 'open' || state === 'answered';
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('title', {
              app: finding.appName,
              obligation: stateWords(`step.${finding.obligation}`),
              clause: finding.clause,
            })}
          </Title>
          <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>
        </Group>
        <Text fz="sm" c="dimmed">
          <Sentence
            t={t}
            of="raised"
            values={{ who: raisedBy.kind === 'staff' ? nameOf(raisedBy.id) : t('checks') }}
            elements={{ at: <Moment at={finding.raisedAt} {...around} /> }}
          />
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{finding.facts}</Text>
        <Lines lines={finding.evidence} />
        {isOpen && (
          <Text fz="sm" fw={600}>
            {finding.clock === 'stopped' && t('stopped')}
            {finding.clock !== 'stopped' && finding.dueOn && (
              <Sentence t={t} of="due" elements={{ on: <Day on={finding.dueOn} {...around} isShort /> }} />
            )}
            {restrictsNotBeforeAt && (
              <>
                {' · '}
                <Sentence
                  t={t}
                  of="restricts"
                  elements={{ at: <Moment at={restrictsNotBeforeAt} {...around} isBare /> }}
                />
              </>
            )}
            {suspendsNotBeforeAt && (
              <>
                {' · '}
                <Sentence
                  t={t}
                  of="suspends"
                  elements={{ at: <Moment at={suspendsNotBeforeAt} {...around} isBare /> }}
                />
              </>
            )}
          </Text>
        )}
        {finding.answer && (
          <div>
            <Text fz="sm" fw={600}>
              {t('answer')}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{finding.answer}</Text>
            <Lines lines={finding.answerEvidence} />
          </div>
        )}
        {outcome && (
          <Text>
            {t('decision')}: {t(`outcome.${outcome}`)}
            {finding.reason && ` · ${finding.reason}`}
          </Text>
        )}
        {isOpen && <Decision finding={finding} />}
      </Stack>
    </Paper>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <List fz="sm">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}

function Decision({ finding: { id: findingId, state } }: { finding: Finding }) {
  const t = useDeskFindingWords();
  const curing = useCommand(decideFinding);
  const refusing = useCommand(decideFinding);
  const withdrawing = useCommand(withdrawFinding);
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="decideFinding"
        subject={{ state }}
        label={t('cured')}
        what={t('curedWhat')}
        command={curing}
        given={() => ({ params: { findingId }, body: { outcome: 'cured' as const } })}
        color="good"
      />
      <ReasonedAct
        act="decideFinding"
        subject={{ state }}
        label={t('notCured')}
        what={t('notCuredWhat')}
        reason={t('reason')}
        command={refusing}
        given={(reason) => ({ params: { findingId }, body: { outcome: 'not-cured' as const, reason } })}
        color="over"
        variant="outline"
      />
      <ReasonedAct
        act="withdrawFinding"
        subject={{ state }}
        label={t('withdraw')}
        what={t('withdrawWhat')}
        reason={t('reason')}
        command={withdrawing}
        given={(reason) => ({ params: { findingId }, body: { reason } })}
        variant="default"
      />
    </Group>
  );
}
