import { Button, Group, Stack, Text } from '@mantine/core';
import { downloadCalendar } from '../../../../../api/calendar';
import { downloadCertificate, downloadReceipt } from '../../../../../api/receipts';
import type { DeveloperId } from '../../../../../domain/ids';
import { addressOf } from '../../../../client/call';
import { useLanguage } from '../../../../words/words';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

/** What to keep of a submission: the receipt that proves it, the certificate to show, the next day for a calendar. */
export function Downloads({ submission, developerId }: { submission: Submission; developerId: DeveloperId }) {
  const t = useSubmissionWords();
  const language = useLanguage();
  const { id: submissionId, appId, appName, state } = submission;
  const params = { developerId, submissionId };
  const files = [
    { what: t('keep.receipt'), address: addressOf(downloadReceipt, { params }) },
    { what: t('keep.certificateEn'), address: addressOf(downloadCertificate, { params, query: { language: 'en' } }) },
    {
      what: t('keep.certificateZh'),
      address: addressOf(downloadCertificate, { params, query: { language: 'zh-CN' } }),
    },
    {
      what: t('keep.calendar'),
      address: addressOf(downloadCalendar, { params: { developerId }, query: { appId, language } }),
    },
  ];
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {files.map(({ what, address }) => (
          <Button
            key={address}
            component="a"
            href={address}
            download
            variant="default"
            aria-label={t('keep.about', { what, app: appName })}
          >
            {what}
          </Button>
        ))}
      </Group>
      {state !== 'accepted' && (
        <Text fz="sm" c="dimmed">
          {t('keep.until')}
        </Text>
      )}
    </Stack>
  );
}
