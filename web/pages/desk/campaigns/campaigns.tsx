import { Anchor, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listCampaigns } from '../../../../api/campaigns';
import { useList } from '../../../client/view';
import { Listed } from '../../../desk/listed';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Page } from '../../../shell/page';
import { CampaignNavigation } from './campaign-navigation';
import { CampaignStateBadge } from './state-badge';
import { useCampaignWords } from './words';

/** Campaigns, the newest first. */
export function Campaigns() {
  const t = useCampaignWords();
  const list = useList(listCampaigns, { query: {} });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <Button component={Link} to={paths.deskNewCampaign()}>
          {t('draft')}
        </Button>
      }
    >
      <CampaignNavigation />
      <Listed list={list} none={t('none')} noneWhat={t('noneWhat')}>
        {({ id, name, state, policyTitle, createdAt, startedAt, count, settled }) => (
          <Paper withBorder p="md" component="article">
            <Group justify="space-between">
              <Anchor component={Link} to={paths.deskCampaign(id)} fw={600}>
                {name}
              </Anchor>
              <CampaignStateBadge state={state} />
            </Group>
            <Text fz="sm">
              {t('policy')}: {policyTitle} · <Moment at={startedAt ?? createdAt} isBare />
            </Text>
            {startedAt !== null && count > 0 && (
              <Stack gap={4} mt="xs">
                <Progress value={(100 * settled) / count} aria-label={t('progress.bar')} />
                <Text fz="sm">{t('settled', { settled, count })}</Text>
              </Stack>
            )}
          </Paper>
        )}
      </Listed>
    </Page>
  );
}
