import { Alert, Anchor, Blockquote, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { listSuspensions } from '../../../../../api/suspensions';
import type { FindingId } from '../../../../../domain/ids';
import type { SuspensionClass } from '../../../../../domain/lifecycle/state';
import type { AnswerOf } from '../../../../client/asked';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { useKeyWords } from './words';

type Suspension = AnswerOf<typeof listSuspensions>['items'][number];

const kinds = {
  obligation: 'obligation',
  finding: 'finding',
  'account-manager': 'decided',
  legal: 'decided',
  developer: 'developer',
} as const satisfies Record<SuspensionClass, string>;

/** One reason why live keys are suspended: since when, why, what lifts it and where that is done. */
export function SuspendedFor({
  of,
  suspension,
  since,
  findingId,
  developer,
}: {
  of: SuspensionClass;
  /** Not there while it is on its way, and for those who may not read it. */
  suspension: Suspension | undefined;
  /** When the app came to stand so; for where the suspension itself is not there. */
  since: string;
  findingId: FindingId | undefined;
  developer: DeveloperShown;
}) {
  const t = useKeyWords();
  const { id: developerId, now, timeZone } = developer;
  const kind = kinds[of];
  const ways = {
    obligation: paths.walk(developerId),
    finding: findingId ? paths.finding(developerId, findingId) : paths.findings(developerId),
    decided: suspension ? paths.newAppeal(developerId, 'suspension', suspension.id) : paths.appeals(developerId),
  };
  return (
    <Alert color="over" icon={<Icon name="pause" />} title={t(`why.${kind}.title`)}>
      <Text fz="sm" fw={600}>
        <Sentence
          t={t}
          of="why.since"
          elements={{ at: <Moment at={suspension?.openedAt ?? since} now={now} timeZone={timeZone} /> }}
        />
      </Text>
      {kind === 'decided' ? <Words suspension={suspension} /> : <Text fz="sm">{t(`why.${kind}.what`)}</Text>}
      <Text fz="sm">
        {t(`why.${kind}.lifts`)} {t('why.exempt')}
      </Text>
      <Group gap="lg" mt="xs">
        {kind !== 'developer' && (
          <Anchor component={Link} to={ways[kind]} fz="sm" fw={600}>
            {t(`why.${kind}.go`)}
          </Anchor>
        )}
        <Anchor component={Link} to={paths.notices(developerId)} fz="sm">
          {t('why.notices')}
        </Anchor>
      </Group>
    </Alert>
  );
}

function Words({ suspension }: { suspension: Suspension | undefined }) {
  const t = useKeyWords();
  if (!suspension?.reason) return null;
  return (
    <>
      <Blockquote p="sm" my="xs" color="over">
        <Text fz="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {suspension.reason}
        </Text>
      </Blockquote>
      {suspension.clause && <Text fz="sm">{t('why.decided.clause', { clause: suspension.clause })}</Text>}
    </>
  );
}
