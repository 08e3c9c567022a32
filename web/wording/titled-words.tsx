import { Text } from '@mantine/core';

/** What somebody wrote, as they wrote it, under a title. */
export function TitledWords({ title, words }: { title: string; words: string }) {
  return (
    <div>
      <Text fz="sm" fw={600}>
        {title}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>
    </div>
  );
}
