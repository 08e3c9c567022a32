import { Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import type { ReviewItem } from './answers';
import { useReviewWords } from './words';

/** What was asked about an item and what the developer answered. Who has just asked goes on from here. */
export function Questions({ questions, takesFocus }: Pick<ReviewItem, 'questions'> & { takesFocus: boolean }) {
  const t = useReviewWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isAny = questions.length > 0;
  useEffect(() => {
    if (takesFocus && isAny) heading.current?.focus();
  }, [takesFocus, isAny]);
  if (!isAny) return null;
  const nameOf = (person: { name: string | null } | null) => person?.name ?? t('decided.erased');
  return (
    <Stack gap="xs">
      <Title order={3} size="h4" ref={heading} tabIndex={-1}>
        {t('questions.title')}
      </Title>
      {questions.map(({ id, words, askedAt, askedBy, answer, answeredAt, answeredBy, isOpen }) => (
        <Paper key={id} withBorder p="sm">
          <Text fz="sm" c="dimmed">
            <Sentence
              t={t}
              of="questions.asked"
              values={{ who: nameOf(askedBy) }}
              elements={{ at: <Moment at={askedAt} /> }}
            />
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>
          {answeredAt !== null && (
            <>
              <Text fz="sm" c="dimmed" mt="xs">
                <Sentence
                  t={t}
                  of="questions.answered"
                  values={{ who: nameOf(answeredBy) }}
                  elements={{ at: <Moment at={answeredAt} /> }}
                />
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{answer}</Text>
            </>
          )}
          {answeredAt === null && (
            <Text fz="sm" mt="xs" fw={600}>
              {t(isOpen ? 'questions.waits' : 'questions.closed')}
            </Text>
          )}
        </Paper>
      ))}
    </Stack>
  );
}
