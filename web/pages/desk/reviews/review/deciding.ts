import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askReviewQuestion } from '../../../../../api/review-questions';
import { decideReview } from '../../../../../api/reviews';
import type { SubmissionId } from '../../../../../domain/ids';
import type { ReasonCode } from '../../../../../domain/reviews/reason-codes';
import type { ArgumentsOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import type { ReviewItem } from './answers';

type Decided = ArgumentsOf<typeof decideReview>['body']['items'];

/**
 * What a reviewer is about to decide or to ask. `onDecided` is told the items that were, `onAsked` that a question is on its way; when
 * somebody was quicker, the page is asked anew, so that their decision stands there.
 */
export function useDeciding(
  submissionId: SubmissionId,
  item: ReviewItem | undefined,
  { onDecided, onAsked }: { onDecided: (items: Decided) => void; onAsked: () => void },
) {
  const queryClient = useQueryClient();
  const command = useCommand(decideReview);
  const asking = useCommand(askReviewQuestion);
  // What is half done belongs to its item: another one begins anew.
  const [half, setHalf] = useState<{ of?: string; doing?: 'return' | 'ask' | 'asked'; untilOn?: string | null }>({});
  const own = half.of === item?.requirementId ? half : {};
  const set = (change: object) => setHalf({ ...own, of: item?.requirementId, ...change });

  function decide(items: Decided) {
    command.mutate(
      { params: { submissionId }, body: { items } },
      {
        onSuccess: () => {
          setHalf({});
          onDecided(items);
        },
        onError: () => void queryClient.invalidateQueries(),
      },
    );
  }
  function ask(words: string) {
    if (!item) return;
    asking.mutate(
      { params: { submissionId }, body: { requirementId: item.requirementId, words } },
      {
        onSuccess: () => {
          set({ doing: 'asked' });
          onAsked();
        },
        onError: () => void queryClient.invalidateQueries(),
      },
    );
  }
  const acceptanceOf = (one: ReviewItem, untilOn = one.exemption?.askedUntilOn): Decided[number] => ({
    requirementId: one.requirementId,
    outcome: 'accept',
    ...(one.exemption && untilOn && { untilOn }),
  });
  const decided = command.variables?.body.items.map(({ requirementId }) => requirementId) ?? [];
  const asked = asking.variables ? [asking.variables.body.requirementId] : [];
  const [about, error] = asking.submittedAt > command.submittedAt ? [asked, asking.error] : [decided, command.error];
  return {
    isPending: command.isPending || asking.isPending,
    /** What the last attempt was refused for, if this item was part of it. */
    problem: about.some((id) => id === item?.requirementId) ? error : null,
    doing: own.doing ?? null,
    untilOn: own.untilOn ?? null,
    setUntilOn: (untilOn: string | null) => set({ untilOn }),
    beginReturn: () => set({ doing: 'return' }),
    beginAsk: () => set({ doing: 'ask' }),
    cancel: () => set({ doing: undefined }),
    ask,
    accept: () => item && decide([acceptanceOf(item, own.untilOn ?? undefined)]),
    acceptAll: (items: readonly ReviewItem[]) => decide(items.map((one) => acceptanceOf(one))),
    sendBack: (reasonCode: ReasonCode, reason: string) =>
      item && decide([{ requirementId: item.requirementId, outcome: 'return', reasonCode, reason }]),
  };
}
