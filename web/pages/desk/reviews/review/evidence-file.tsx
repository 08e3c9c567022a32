import { Alert, Anchor, Button, Code, Group, Image, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadEvidence } from '../../../../../api/evidence';
import type { DeveloperId } from '../../../../../domain/ids';
import { addressOf } from '../../../../client/call';
import { contentOf } from '../../../../evidence/content';
import { PdfFile } from '../../../../evidence/pdf-file';
import { Moment } from '../../../../moment/moment';
import { Icon } from '../../../../theme/icon';
import type { ReviewItem } from './answers';
import { useReviewWords } from './words';

type File = ReviewItem['evidence'][number];
/** Longer texts are for a program that opens files. */
const longestShown = 20_000;

/** A file as evidence: what it shows, where it can be shown here, and the hash that the record holds it to. */
export function EvidenceFile({ file, developerId }: { file: File; developerId: DeveloperId }) {
  const t = useReviewWords();
  const address = addressOf(downloadEvidence, { params: { developerId, evidenceId: file.id } });
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{file.fileName}</Text>
          <Text fz="sm" c="dimmed">
            {file.mediaType} · {Math.ceil(file.size / 1024)} kB · <Moment at={file.uploadedAt} isBare />
          </Text>
        </Group>
        {file.isDestroyed ? (
          <Alert color="near">{t('evidence.destroyed')}</Alert>
        ) : (
          <>
            <Shown file={file} address={address} />
            <Group>
              <Anchor href={address} target="_blank" rel="noreferrer">
                {t('evidence.open', { name: file.fileName })}
              </Anchor>
            </Group>
            <Hash file={file} address={address} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Shown({ file, address }: { file: File; address: string }) {
  const t = useReviewWords();
  if (file.mediaType.startsWith('image/')) {
    return (
      <Image
        src={address}
        alt={t('evidence.alt', { name: file.fileName })}
        mah={480}
        fit="contain"
        w="auto"
        maw="100%"
      />
    );
  }
  if (file.mediaType === 'application/pdf') return <PdfFile name={file.fileName} address={address} />;
  return <TextFile file={file} address={address} />;
}

function TextFile({ file, address }: { file: File; address: string }) {
  const t = useReviewWords();
  const text = useQuery({
    queryKey: ['evidence', file.id, 'text'],
    queryFn: async ({ signal }) => new TextDecoder().decode(await contentOf(address, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: file.size <= longestShown,
  });
  if (file.size > longestShown) return <Text fz="sm">{t('evidence.large')}</Text>;
  return (
    <Code block mah={320} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }} tabIndex={0}>
      {text.data ?? '…'}
    </Code>
  );
}

/** The record holds a file to its hash; the browser reckons it anew from what the server hands out. */
function Hash({ file, address }: { file: File; address: string }) {
  const t = useReviewWords();
  const [isAsked, setIsAsked] = useState(false);
  const reckoned = useQuery({
    queryKey: ['evidence', file.id, 'hash'],
    queryFn: async ({ signal }) => sha256(await contentOf(address, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isAsked,
  });
  return (
    <Group gap="xs" align="center">
      <Text fz="sm">
        {t('evidence.hash')}: <Code>{file.sha256}</Code>
      </Text>
      {!reckoned.data && (
        <Button variant="subtle" size="compact-sm" loading={reckoned.isFetching} onClick={() => setIsAsked(true)}>
          {t('evidence.check')}
        </Button>
      )}
      <Text component="output" fz="sm" fw={600} c={reckoned.data === file.sha256 ? 'good.8' : 'over.8'}>
        {reckoned.data && (
          <Group component="span" gap={4}>
            <Icon name={reckoned.data === file.sha256 ? 'check' : 'warning'} />
            {t(reckoned.data === file.sha256 ? 'evidence.matches' : 'evidence.differs')}
          </Group>
        )}
      </Text>
    </Group>
  );
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', content);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
