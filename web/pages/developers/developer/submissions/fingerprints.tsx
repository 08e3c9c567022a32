import { Code, Stack, Text } from '@mantine/core';
import type { getSubmission } from '../../../../../api/submissions';
import type { AnswerOf } from '../../../../client/asked';
import { useStateWords } from '../../../../standing/words';
import { useSubmissionWords } from './words';

/** The hashes by which what was signed is known for ever. */
export function Fingerprints({ submission }: { submission: AnswerOf<typeof getSubmission> }) {
  const t = useSubmissionWords();
  const stateWords = useStateWords();
  const { items, receipt } = submission;
  const rows = [
    ...items.map(({ obligation, sha256 }) => ({
      label: t('detail.record', { step: stateWords(`step.${obligation}`) }),
      value: sha256,
    })),
    { label: t('detail.commitment'), value: receipt.commitment },
    { label: t('detail.signature'), value: receipt.signatureId },
  ];
  return (
    <Stack gap="xs">
      <Text fz="sm" c="dimmed">
        {t('detail.fingerprintsWhat')}
      </Text>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <Text fz="sm">{label}</Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
        </div>
      ))}
    </Stack>
  );
}
