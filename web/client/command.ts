import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AnyOperation } from '../../api/operation';
import type { AnswerOf, ArgumentsOf, Circumstances } from './asked';
import { call } from './call';
import type { Problem } from './problem';

/** Files have no JSON of their own: told by what tells one from another. */
function ofFile(_name: string, value: unknown): unknown {
  if (!(value instanceof Blob)) return value;
  return value instanceof File ? [value.name, value.size, value.lastModified] : [value.size, value.type];
}

/**
 * An operation that changes something, as a mutation: `mutate({ params, body })`, `isPending`, `error`.
 * Afterwards everything shown is asked anew. A repetition of the same attempt (a lost answer) carries the same
 * Idempotency-Key, so that nothing happens twice.
 */
export function useCommand<Op extends AnyOperation>(
  operation: Op,
  options: { onSuccess?: (answer: AnswerOf<Op>) => void; refreshes?: boolean } = {},
): UseMutationResult<AnswerOf<Op>, Problem, ArgumentsOf<Op> & Pick<Circumstances, 'headers'>> {
  const queryClient = useQueryClient();
  const attempt = useRef<{ text: string; key: string } | null>(null);
  return useMutation({
    mutationKey: [operation.id],
    mutationFn: (given) => {
      const text = JSON.stringify(given, ofFile);
      if (attempt.current?.text !== text) attempt.current = { text, key: crypto.randomUUID() };
      return call(operation, { ...given, idempotencyKey: attempt.current.key });
    },
    onSuccess: async (answer) => {
      attempt.current = null;
      options.onSuccess?.(answer);
      if (options.refreshes !== false) await queryClient.invalidateQueries();
    },
  });
}
