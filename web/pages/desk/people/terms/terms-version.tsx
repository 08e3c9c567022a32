import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { approveTerms, getTermsVersion, withdrawTerms } from '../../../../../api/terms-versions';
import type { TermsId } from '../../../../../domain/ids';
import { tierTermNames } from '../../../../../domain/terms/tier-terms';
import { useCommand } from '../../../../client/command';
import { useView } from '../../../../client/view';
import { Facts } from '../../../../desk/facts';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useSession } from '../../../../shell/session';
import { Sentence } from '../../../../words/words';
import { Moves } from './moves';
import { Preview } from './preview';
import { Rollout } from './rollout';
import { TermsStateBadge, type TermsVersion } from './state-badge';
import { isSame } from './term-text';
import { TermsTable } from './terms-table';
import { useTermsWords } from './words';

const everySecond = 1_000;

/** A version of a tier's terms: what changes, what it would move, and how far its developers have come. */
export function TermsVersionPage() {
  const t = useTermsWords();
  const termsId = useParams().termsId as TermsId;
  const version = useView(
    getTermsVersion,
    { params: { termsId } },
    // What moves by itself is looked at every second.
    { refetchInterval: (shown) => (isMoving(shown) ? everySecond : false) },
  );
  const { tierId, tierName, number, state, terms, before } = version;
  return (
    <Page title={t('one.title', { tier: tierName, number })} width="wide">
      <Anchor component={Link} to={paths.deskTier(tierId)}>
        {t('backToTier', { name: tierName })}
      </Anchor>
      <Group>
        <TermsStateBadge state={state} />
      </Group>
      <Told version={version} />
      {state === 'proposed' && <Steps version={version} />}
      {version.rollout && <Rollout version={version} />}
      <Stack gap="xs" component="section">
        <Title order={2} size="h3">
          {t('table.onlyChanges')}
        </Title>
        <TermsTable
          title={t('table.onlyChanges')}
          mark="changes"
          names={tierTermNames.filter((name) => !isSame(terms, before, name))}
          sides={[
            { label: t(state === 'proposed' ? 'table.after' : 'table.afterInForce'), terms },
            { label: t('table.before'), terms: before },
            { label: t('table.shipped'), terms: version.shipped },
          ]}
        />
      </Stack>
      <Preview version={version} />
      {version.developers > 0 && <Moves version={version} />}
    </Page>
  );
}

function isMoving({ state, preview, rollout }: TermsVersion): boolean {
  return (
    (state === 'proposed' && preview.examinedAt === null) ||
    (state === 'in-force' && rollout !== null && rollout.endedAt === null)
  );
}

function Told({ version: { note, proposedBy, proposedAt, approvedBy, approvedAt, endedBy, endedAt, state } }: Shown) {
  const t = useTermsWords();
  const by = (who: { name: string }, at: string) => (
    <Sentence t={t} of="one.byAt" values={{ name: who.name }} elements={{ at: <Moment at={at} isBare /> }} />
  );
  return (
    <Facts
      rows={[
        [t('one.reason'), note],
        [t('one.proposed'), by(proposedBy, proposedAt)],
        ...(approvedBy && approvedAt ? [[t('one.approved'), by(approvedBy, approvedAt)] as const] : []),
        ...(state === 'withdrawn' && endedBy && endedAt ? [[t('one.withdrawn'), by(endedBy, endedAt)] as const] : []),
      ]}
    />
  );
}

interface Shown {
  version: TermsVersion;
}

function Steps({ version: { id: termsId, proposedBy, developers, preview } }: Shown) {
  const t = useTermsWords();
  const { person } = useSession();
  const approving = useCommand(approveTerms);
  const withdrawing = useCommand(withdrawTerms);
  const params = { termsId };
  const refusal =
    proposedBy.id === person.id ? t('one.proposer') : preview.examinedAt === null ? t('one.examining') : null;
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="approveTerms"
        refusal={refusal}
        label={t('one.approve')}
        what={
          <>
            <Text>{t('one.approveWhat', { count: developers })}</Text>
            <Text>{t('one.approveMoves', { count: preview.earlier + preview.later })}</Text>
          </>
        }
        command={approving}
        given={() => ({ params })}
      />
      <ReasonedAct
        act="withdrawTerms"
        label={t('one.withdraw')}
        what={t('one.withdrawWhat')}
        command={withdrawing}
        given={() => ({ params })}
        variant="default"
      />
    </Group>
  );
}
