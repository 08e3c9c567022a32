import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideReview } from '../../../../../api/reviews';
import type { SubmissionId } from '../../../../../domain/ids';
import type { ReasonCode } from '../../../../../domain/reviews/reason-codes';
import type { ArgumentsOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import type { ReviewItem } from './answers';

type Decided = ArgumentsOf<typeof decideReview>['body']['items'];

/**
 * What a reviewer is about to decide. `onDecided` is told the items that were; when somebody was quicker, the page is asked anew,
 * so that their decision stands there.
 */
export function useDeciding(
  submissionId: SubmissionId,
  item: ReviewItem | undefined,
  onDecided: (items: Decided) => void,
) {
  const queryClient = useQueryClient();
  const command = useCommand(decideReview);
  // What is half done belongs to its item: another one begins anew.
  const [half, setHalf] = useState<{ of?: string; isReturning?: boolean; untilOn?: string | null }>({});
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
  const acceptanceOf = (one: ReviewItem, untilOn = one.exemption?.askedUntilOn): Decided[number] => ({
    requirementId: one.requirementId,
    outcome: 'accept',
    ...(one.exemption && untilOn && { untilOn }),
  });
  const wasAbout = command.variables?.body.items.some((one) => one.requirementId === item?.requirementId);
  return {
    isPending: command.isPending,
    /** What the last attempt was refused for, if this item was part of it. */
    problem: wasAbout ? command.error : null,
    isReturning: own.isReturning === true,
    untilOn: own.untilOn ?? null,
    setUntilOn: (untilOn: string | null) => set({ untilOn }),
    beginReturn: () => set({ isReturning: true }),
    cancelReturn: () => set({ isReturning: false }),
    accept: () => item && decide([acceptanceOf(item, own.untilOn ?? undefined)]),
    acceptAll: (items: readonly ReviewItem[]) => decide(items.map((one) => acceptanceOf(one))),
    sendBack: (reasonCode: ReasonCode, reason: string) =>
      item && decide([{ requirementId: item.requirementId, outcome: 'return', reasonCode, reason }]),
  };
}
