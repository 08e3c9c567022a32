import { Alert, Anchor, Box, Code, Group, Image, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { downloadEvidence, getEvidence } from '../../../../../../api/evidence';
import type { DeveloperId, EvidenceId } from '../../../../../../domain/ids';
import { addressOf } from '../../../../../client/call';
import { viewOf } from '../../../../../client/view';
import { PdfFile } from '../../../../../evidence/pdf-file';
import { Icon } from '../../../../../theme/icon';
import { useLanguage } from '../../../../../words/words';
import { useWalkWords } from '../words';

/** A file that was uploaded: its name, size and hash, and what an image or a PDF shows. */
export function UploadedFile({ developerId, evidenceId }: { developerId: DeveloperId; evidenceId: EvidenceId }) {
  const t = useWalkWords();
  const language = useLanguage();
  const params = { developerId, evidenceId };
  const { data: file, error } = useQuery(viewOf(getEvidence, { params }));
  if (error) {
    return (
      <Alert color="over" icon={<Icon name="warning" />}>
        {t('evidence.gone')}
      </Alert>
    );
  }
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format((file?.size ?? 0) / 1024);
  const address = addressOf(downloadEvidence, { params });
  return (
    <Paper withBorder p="md" mih={120}>
      {file?.mediaType === 'application/pdf' && !file.isDestroyed && (
        <Box mb="md">
          <PdfFile name={file.fileName} address={address} />
        </Box>
      )}
      {file && (
        <Group align="flex-start" gap="md">
          {file.mediaType.startsWith('image/') && !file.isDestroyed && (
            <Image src={address} alt={t('evidence.preview', { name: file.fileName })} w={160} mah={200} fit="contain" />
          )}
          <Stack gap={4} flex={1} miw={200}>
            <Anchor href={address} download={file.fileName} fw={600}>
              {file.fileName}
            </Anchor>
            <Text fz="sm">{t('evidence.size', { size })}</Text>
            <Text fz="sm">
              SHA-256: <Code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</Code>
            </Text>
          </Stack>
        </Group>
      )}
    </Paper>
  );
}
