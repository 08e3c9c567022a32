import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listPolicyVersions } from '../../../../api/policies';
import { useList } from '../../../client/view';
import { Listed } from '../../../desk/listed';
import { Day, Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Page } from '../../../shell/page';
import { StateBadge } from '../../../standing/badge';
import type { Look } from '../../../standing/looks';
import { Sentence } from '../../../words/words';
import { CampaignNavigation } from '../campaigns/campaign-navigation';
import { namesOf } from './names-of';
import { usePolicyWords } from './words';

export const policyLooks: Readonly<Record<'draft' | 'published', Look>> = {
  draft: { color: 'near', icon: 'pencil' },
  published: { color: 'good', icon: 'check' },
};

/** Versions of the policy, the newest first. */
export function Policies() {
  const t = usePolicyWords();
  const list = useList(listPolicyVersions, { query: {} });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <Button component={Link} to={paths.deskNewPolicy()}>
          {t('write')}
        </Button>
      }
    >
      <CampaignNavigation />
      <Listed list={list} none={t('none')} noneWhat={t('noneWhat')}>
        {(policy) => (
          <Paper withBorder p="md" component="article">
            <Group justify="space-between">
              <Anchor component={Link} to={paths.deskPolicy(policy.id)} fw={600}>
                {policy.title}
              </Anchor>
              <StateBadge look={policyLooks[policy.state]}>{t(`state.${policy.state}`)}</StateBadge>
            </Group>
            <Text fz="sm">{policy.isMaterial ? t('material') : t('immaterial')}</Text>
            <Text fz="sm">
              {t('effective')}: <Day on={policy.effectiveOn} />
            </Text>
            <Text fz="sm" c="dimmed">
              <Sentence
                t={t}
                of="written"
                values={{ who: namesOf(policy.authors) }}
                elements={{ at: <Moment at={policy.changedAt} isBare /> }}
              />
            </Text>
          </Paper>
        )}
      </Listed>
    </Page>
  );
}
