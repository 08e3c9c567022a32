import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams } from 'react-router';
import { getTier } from '../../../../../api/tiers';
import type { TierId } from '../../../../../domain/ids';
import { tierTermNames } from '../../../../../domain/terms/tier-terms';
import type { AnswerOf } from '../../../../client/asked';
import { useView } from '../../../../client/view';
import { ActButton } from '../../../../desk/act-button';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { RenameTier } from './name-tier';
import { TermsStateBadge } from './state-badge';
import { isSame } from './term-text';
import { TermsTable } from './terms-table';
import { useTermsWords } from './words';

type Tier = AnswerOf<typeof getTier>;

/** A tier: what holds in it beside what the product ships with, and every version there was. */
export function TierPage() {
  const t = useTermsWords();
  const tierId = useParams().tierId as TierId;
  const tier = useView(getTier, { params: { tierId } });
  const { name, developers, behind, terms, shipped } = tier;
  const isAsShipped = tierTermNames.every((term) => isSame(terms, shipped, term));
  return (
    <Page
      title={name}
      width="wide"
      lead={
        <>
          {t('tier.count', { count: developers })} {behind > 0 && t('tier.follow', { count: behind })}
        </>
      }
      actions={<RenameTier key={name} tierId={tierId} name={name} />}
    >
      <Anchor component={Link} to={paths.deskTiers()}>
        {t('back')}
      </Anchor>
      <Steps tier={tier} />
      <Stack gap="xs" component="section">
        <Title order={2} size="h3">
          {t('table.holds')}
        </Title>
        {isAsShipped && <Text c="dimmed">{t('table.sameAll')}</Text>}
        <TermsTable
          title={t('table.holds')}
          mark="differs"
          sides={[
            { label: t('table.tier'), terms },
            { label: t('table.shipped'), terms: shipped },
          ]}
        />
      </Stack>
      <Versions tier={tier} />
    </Page>
  );
}

function Steps({ tier: { id, proposed } }: { tier: Tier }) {
  const t = useTermsWords();
  const propose = <ProposeButton tierId={id} refusal={proposed ? t('tier.proposed') : null} />;
  return (
    <Group align="flex-start">
      {proposed && (
        <Anchor component={Link} to={paths.deskTermsVersion(id, proposed)} fw={600} pt={8}>
          {t('waits')}
        </Anchor>
      )}
      {propose}
      <Button component={Link} to={paths.deskDevelopersOfTier(id)} variant="default">
        {t('tier.list')}
      </Button>
    </Group>
  );
}

function ProposeButton({ tierId, refusal }: { tierId: TierId; refusal: string | null }) {
  const t = useTermsWords();
  const navigate = useNavigate();
  return (
    <ActButton
      act="proposeTerms"
      refusal={refusal}
      variant={refusal === null ? 'filled' : 'default'}
      onClick={() => void navigate(paths.deskNewTerms(tierId))}
    >
      {t('tier.propose')}
    </ActButton>
  );
}

function Versions({ tier: { id: tierId, versions } }: { tier: Tier }) {
  const t = useTermsWords();
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {t('tier.history')}
      </Title>
      {versions.length === 0 && <Text c="dimmed">{t('tier.noHistory')}</Text>}
      {versions.map(({ id, number, state, note, proposedBy, proposedAt, approvedBy, endedBy }) => (
        <Group key={id} gap="sm" align="baseline">
          <Anchor component={Link} to={paths.deskTermsVersion(tierId, id)} fw={600}>
            {t('tier.version', { number })}
          </Anchor>
          <TermsStateBadge state={state} />
          <Text fz="sm">
            <Moment at={proposedAt} isBare /> · {t('tier.by', { name: proposedBy.name })}
            {approvedBy && ` · ${t('tier.approved', { name: approvedBy.name })}`}
            {state === 'withdrawn' && endedBy && ` · ${t('tier.withdrawn', { name: endedBy.name })}`}
            {` · ${note}`}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
