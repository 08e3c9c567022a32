import { Anchor, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { dryRunEnforcement } from '../../../../../api/enforcement';
import { confirmRelease, getRelease } from '../../../../../api/releases';
import type { ReleaseId } from '../../../../../domain/ids';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { useViews, viewOf } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useStaffName } from '../../../../desk/staff-names';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { StateBadge } from '../../../../standing/badge';
import { Sentence } from '../../../../words/words';
import { DryRunTotals } from '../dry-run-totals';
import { useEnforcementWords } from '../words';
import { releaseLooks } from './releases';
import { useReleaseWords } from './words';

/** One release: what it names, what that reaches now, and its confirmation by a second person. */
export function Release() {
  const t = useReleaseWords();
  const nameOf = useStaffName();
  const releaseId = useParams().releaseId as ReleaseId;
  const [release, run] = useViews(
    viewOf(getRelease, { params: { releaseId } }),
    viewOf(dryRunEnforcement, { query: { releaseId } }),
  );
  const confirming = useCommand(confirmRelease);
  const { state, planCount } = release;
  return (
    <Page
      title={t('one.title')}
      width="wide"
      lead={
        <Stack gap={2}>
          <span>
            <Sentence
              t={t}
              of="proposed"
              values={{ who: nameOf(release.proposedBy) }}
              elements={{ at: <Moment at={release.proposedAt} /> }}
            />
          </span>
          {release.confirmedAt && (
            <span>
              <Sentence
                t={t}
                of="confirmed"
                values={{ who: nameOf(release.confirmedBy) }}
                elements={{ at: <Moment at={release.confirmedAt} /> }}
              />
            </span>
          )}
        </Stack>
      }
    >
      <Anchor component={Link} to={paths.deskReleases()}>
        {t('one.back')}
      </Anchor>
      <Group>
        <StateBadge look={releaseLooks[state]}>{t(`state.${state}`)}</StateBadge>
      </Group>
      <div>
        <Text fz="sm" fw={600}>
          {t('one.reason')}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{release.reason}</Text>
      </div>
      {state === 'proposed' && (
        <Stack gap="xs">
          <Title order={2} size="h4">
            {t('one.reach')}
          </Title>
          <DryRunTotals totals={run.totals} />
          <Group>
            <ReasonedAct
              act="confirmRelease"
              subject={{ state, begunBy: release.proposedBy }}
              label={t('one.confirm', { count: planCount })}
              what={t('one.what')}
              command={confirming}
              given={() => ({ params: { releaseId } })}
              color="over"
            />
          </Group>
        </Stack>
      )}
      <Plans plans={release.plans} />
    </Page>
  );
}

function Plans({ plans }: Pick<AnswerOf<typeof getRelease>, 'plans'>) {
  const t = useReleaseWords();
  const enforcementWords = useEnforcementWords();
  return (
    <DataTable title={t('one.plans')} minWidth={520}>
      <HeadRow names={['app', 'developer', 'step', 'outcome']} wordOf={(column) => t(`one.${column}`)} />
      <Table.Tbody>
        {plans.map((plan) => (
          <Table.Tr key={plan.planId}>
            <Table.Td>{plan.appName}</Table.Td>
            <Table.Td>
              <Anchor component={Link} to={paths.deskDeveloper(plan.developerId)} fz="sm">
                {plan.developerName}
              </Anchor>
            </Table.Td>
            <Table.Td>{enforcementWords(`step.${plan.step}`)}</Table.Td>
            <Table.Td>{t(`one.${plan.outcome ?? 'pending'}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
}
