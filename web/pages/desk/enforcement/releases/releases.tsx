import { Anchor, Group, Paper, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listReleases } from '../../../../../api/releases';
import { useList } from '../../../../client/view';
import { Listed } from '../../../../desk/listed';
import { useStaffName } from '../../../../desk/staff-names';
import { Moment } from '../../../../moment/moment';
import { instantText } from '../../../../moment/zoned';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { Sentence, useLanguage } from '../../../../words/words';
import { EnforcementNavigation } from '../enforcement-navigation';
import { useReleaseWords } from './words';

export const releaseLooks: Readonly<Record<'proposed' | 'confirmed', Look>> = {
  proposed: { color: 'near', icon: 'people' },
  confirmed: { color: 'good', icon: 'check' },
};

/** Releases past the budget, the newest first. */
export function Releases() {
  const t = useReleaseWords();
  const language = useLanguage();
  const nameOf = useStaffName();
  const list = useList(listReleases, { query: {} });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <EnforcementNavigation />
      <Listed list={list} none={t('none')} noneWhat={t('noneWhat')}>
        {(release) => (
          <Paper withBorder p="md" component="article">
            <Group justify="space-between">
              <Anchor
                component={Link}
                to={paths.deskRelease(release.id)}
                fw={600}
                aria-label={t('open', { count: release.planCount, at: instantText(release.proposedAt, language) })}
              >
                {t('count', { count: release.planCount })}
              </Anchor>
              <StateBadge look={releaseLooks[release.state]}>{t(`state.${release.state}`)}</StateBadge>
            </Group>
            <Text>{release.reason}</Text>
            <Text fz="sm" c="dimmed">
              <Sentence
                t={t}
                of="proposed"
                values={{ who: nameOf(release.proposedBy) }}
                elements={{ at: <Moment at={release.proposedAt} /> }}
              />
            </Text>
          </Paper>
        )}
      </Listed>
    </Page>
  );
}
