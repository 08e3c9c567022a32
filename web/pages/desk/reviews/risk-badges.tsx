import { Badge, Group } from '@mantine/core';
import type { RiskFlag } from '../../../../domain/lifecycle/state';
import { useReviewsWords } from './words';

/** What makes a submission higher risk, each as a word. */
export function RiskBadges({ flags }: { flags: readonly RiskFlag[] }) {
  const t = useReviewsWords();
  if (flags.length === 0) return null;
  return (
    <Group gap={4}>
      {flags.map((flag) => (
        <Badge key={flag} variant="light" color="near" tt="none">
          {t(`risk.${flag}`)}
        </Badge>
      ))}
    </Group>
  );
}
