import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { listReviews } from '../../../../../api/reviews';
import type { SubmissionId } from '../../../../../domain/ids';
import { viewOf } from '../../../../client/view';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { useReviewWords } from './words';

/** The most pressing review beside this one; null when none waits, undefined while it is asked. */
export function useNextReview(submissionId: SubmissionId) {
  const { data } = useQuery(viewOf(listReviews, { query: { needsReview: true, sort: 'reviewDueAt', limit: 2 } }));
  if (!data) return undefined;
  return data.items.find((one) => one.submissionId !== submissionId) ?? null;
}

/** Everything here is decided: the way to the next one takes the focus, so that Enter goes on. */
export function NextReview({ submissionId, takesFocus }: { submissionId: SubmissionId; takesFocus: boolean }) {
  const t = useReviewWords();
  const next = useNextReview(submissionId);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus && next !== undefined) link.current?.focus();
  }, [takesFocus, next]);
  return (
    <EmptyState title={t('done.title')}>
      {t('done.what')}
      <Group mt="sm">
        {next && (
          // Names are as long as they are: on a phone the button has a second line.
          <Button
            component={Link}
            ref={link}
            to={paths.deskReview(next.submissionId)}
            h="auto"
            py={8}
            maw="100%"
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            {t('done.next', { app: next.app.name, developer: next.developer.legalName })}
          </Button>
        )}
        {next === null && t('done.none')}
        <Anchor component={Link} ref={next === null ? link : undefined} to={paths.deskReviews()}>
          {t('done.queue')}
        </Anchor>
      </Group>
    </EmptyState>
  );
}
