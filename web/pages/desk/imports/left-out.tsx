import { Button, Stack, Text } from '@mantine/core';
import { downloadLeftOutRows } from '../../../../api/imports';
import { addressOf } from '../../../client/call';
import { useLanguage } from '../../../words/words';
import type { Import } from './state-badge';
import { useImportWords } from './words';

/** The rows that were left out, as a file to correct and upload again. */
export function LeftOut({ importId }: { importId: Import['id'] }) {
  const t = useImportWords();
  const language = useLanguage();
  return (
    <Stack gap={4} align="flex-start">
      <Button
        component="a"
        variant="default"
        href={addressOf(downloadLeftOutRows, { params: { importId }, query: { language } })}
        download
      >
        {t('problems.download')}
      </Button>
      <Text fz="sm" c="dimmed">
        {t('problems.downloadWhat')}
      </Text>
    </Stack>
  );
}
