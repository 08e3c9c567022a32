import { Anchor, Code, Stack, Text } from '@mantine/core';
import { getPublicKeys } from '../../../../../api/verify';
import type { SubmissionId } from '../../../../../domain/ids';
import { addressOf } from '../../../../client/call';
import { useSubmissionWords } from './words';

/** How anybody proves the receipt without asking the vendor. */
export function VerifyReceipt({ submissionId }: { submissionId: SubmissionId }) {
  const t = useSubmissionWords();
  const keys = `${window.location.origin}${addressOf(getPublicKeys, {})}`;
  const code = `import { readFile } from 'node:fs/promises';
import { compactVerify, createRemoteJWKSet } from 'jose';

const keys = createRemoteJWKSet(new URL('${keys}'));
const receipt = await readFile('receipt-${submissionId}.jws', 'utf8');
const { payload } = await compactVerify(receipt, keys);
console.log(JSON.parse(new TextDecoder().decode(payload)));`;
  return (
    <Stack gap="xs">
      <Text>{t('verify.what')}</Text>
      <Text fz="sm">
        {t('verify.keys')}: <Anchor href={keys}>{keys}</Anchor>
      </Text>
      <Code block tabIndex={0} role="region" aria-label={t('verify.code')}>
        {code}
      </Code>
      <Text>{t('verify.outcome')}</Text>
    </Stack>
  );
}
