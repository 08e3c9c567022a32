import { Text } from '@mantine/core';
import { diffWords } from 'diff';
import { useMemo } from 'react';
import { useWalkWords } from './words';

/** How a clause reads now against how it read when it was last stated, word by word. Marks are said in words to readers. */
export function ClauseChange({ then, now }: { then: readonly string[]; now: readonly string[] }) {
  const t = useWalkWords();
  const parts = useMemo(() => diffWords(then.join('\n\n'), now.join('\n\n')), [then, now]);
  return (
    <>
      <Text fz="sm" fw={600}>
        {t('clause.changed')}
      </Text>
      <Text lang="en" fz="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {parts.map(({ value, added, removed }, index) => {
          const key = `${String(index)} ${value}`;
          if (added) {
            return (
              <Text
                key={key}
                span
                inherit
                component="ins"
                bg="good.1"
                c="good.9"
                td="underline"
                aria-label={t('clause.added')}
              >
                {value}
              </Text>
            );
          }
          if (removed) {
            return (
              <Text
                key={key}
                span
                inherit
                component="del"
                bg="over.1"
                c="over.9"
                td="line-through"
                aria-label={t('clause.removed')}
              >
                {value}
              </Text>
            );
          }
          return <span key={key}>{value}</span>;
        })}
      </Text>
    </>
  );
}
