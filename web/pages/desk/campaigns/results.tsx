import { Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../../desk/facts';
import type { Campaign } from './campaign';
import { Days } from './days';
import { useCampaignWords } from './words';

const outcomes = ['attested', 'underReview', 'open', 'overdue', 'restricted', 'suspended', 'ended'] as const;

/** What became of each app that was asked, and the mails that were sent. */
export function CampaignResults({ campaign: { results, mailsOn } }: { campaign: Campaign }) {
  const t = useCampaignWords();
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {t('results.title')}
      </Title>
      <Text c="dimmed">{t('results.what')}</Text>
      <Facts rows={outcomes.map((outcome) => [t(`results.${outcome}`), String(results[outcome])] as const)} />
      <Days
        title={t('results.mails')}
        series={[{ name: 'sent', label: t('results.mails'), color: 'harbour.6', days: mailsOn }]}
      />
    </Stack>
  );
}
