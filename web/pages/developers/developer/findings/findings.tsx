import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { listFindings } from '../../../../../api/findings';
import { useViews, viewOf, wholeOf } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { useStateWords } from '../../../../standing/words';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { CureBy } from './cure-by';
import { type Finding, FindingBadge, isOpen } from './state-badge';
import { useFindingWords } from './words';

/** Every finding about the apps: those that bind first, the nearest day above. */
export function Findings() {
  const t = useFindingWords();
  const developerId = useDeveloperId();
  const params = { developerId };
  const [developer, findings] = useViews(viewOf(getDeveloper, { params }), wholeOf(listFindings, { params }));
  const open = findings.filter(isOpen).toSorted((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'));
  return (
    <Page title={t('title')} lead={t('lead', { zone: developer.timeZone })}>
      {findings.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
      ) : (
        <>
          <Part of="open" findings={open} developer={developer} />
          <Part of="past" findings={findings.filter((finding) => !isOpen(finding))} developer={developer} />
        </>
      )}
    </Page>
  );
}

function Part({
  of,
  findings,
  developer,
}: {
  of: 'open' | 'past';
  findings: readonly Finding[];
  developer: DeveloperShown;
}) {
  const t = useFindingWords();
  return (
    <section aria-labelledby={of}>
      <Title order={2} size="h3" id={of} mb="sm">
        {t(`${of}.title`)}
      </Title>
      {findings.length === 0 && <Text c="dimmed">{t(`${of}.none`)}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {findings.map((finding) => (
          <Row key={finding.id} finding={finding} developer={developer} />
        ))}
      </Stack>
    </section>
  );
}

function Row({ finding, developer }: { finding: Finding; developer: DeveloperShown }) {
  const t = useFindingWords();
  const stateWords = useStateWords();
  const { now, timeZone } = developer;
  const { id, appName, obligation, clause, facts, state, raisedAt } = finding;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">
            <Anchor component={Link} to={paths.finding(developer.id, id)} inherit>
              {appName}
            </Anchor>
          </Title>
          <FindingBadge state={state} />
        </Group>
        <Text fz="sm" c="dimmed">
          {t('about', { step: stateWords(`step.${obligation}`), clause })}
          {' · '}
          <Sentence t={t} of="raised" elements={{ at: <Moment at={raisedAt} now={now} timeZone={timeZone} /> }} />
        </Text>
        <Text lineClamp={2}>{facts}</Text>
        <CureBy finding={finding} developer={developer} />
      </Stack>
    </Paper>
  );
}
