import {
  queryOptions,
  type UseSuspenseQueryResult,
  useInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { AnyOperation } from '../../api/operation';
import type { AnswerOf, ArgumentsOf } from './asked';
import { call } from './call';

/** An operation that reads, as TanStack Query takes it: for `useQuery`, `useQueries` and the hooks below. */
export function viewOf<Op extends AnyOperation>(operation: Op, given: ArgumentsOf<Op>) {
  return queryOptions({
    queryKey: [operation.id, given] as const,
    queryFn: ({ signal }) => call(operation, { ...given, signal }),
  });
}

/**
 * What an operation shows. The page waits for it behind its skeleton and a refusal goes to the error page,
 * so a component that goes on has it. `refetchInterval` (ms) looks again by itself, or as long as what is shown asks for it.
 */
export function useView<Op extends AnyOperation>(
  operation: Op,
  given: ArgumentsOf<Op>,
  { refetchInterval = false }: { refetchInterval?: number | false | ((shown: AnswerOf<Op>) => number | false) } = {},
): AnswerOf<Op> {
  return useSuspenseQuery({
    ...viewOf(operation, given),
    refetchInterval:
      typeof refetchInterval === 'function'
        ? ({ state }) => (state.data === undefined ? false : refetchInterval(state.data))
        : refetchInterval,
  }).data;
}

type View = ReturnType<typeof viewOf<AnyOperation>>;
type Shown<Of> = Of extends { queryFn?: infer Ask }
  ? NonNullable<Ask> extends (...asked: never[]) => infer Answer
    ? Awaited<Answer>
    : never
  : never;

/** Several at once, asked side by side: `useViews(viewOf(…), viewOf(…))`. */
export function useViews<const Views extends readonly unknown[]>(
  ...views: Views
): { [Place in keyof Views]: Shown<Views[Place]> } {
  const results = useSuspenseQueries({ queries: views as readonly View[] }) as UseSuspenseQueryResult[];
  return results.map(({ data }) => data) as never;
}

/** Views of a list, page after page, as one. `more` is undefined at the end. */
export function useList<Op extends AnyOperation>(operation: Op, given: ArgumentsOf<Op>) {
  type Page = { items: unknown[]; nextCursor: string | null };
  const query = useInfiniteQuery({
    queryKey: [operation.id, given, 'pages'] as const,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const asked = given as { query?: object };
      const paged = { ...asked, query: { ...asked.query, ...(pageParam && { cursor: pageParam }) } };
      return call(operation, { ...(paged as ArgumentsOf<Op>), signal });
    },
    getNextPageParam: (page) => (page as Page).nextCursor,
    throwOnError: true,
  });
  type Item = AnswerOf<Op> extends { items: (infer One)[] } ? One : never;
  return {
    items: query.data?.pages.flatMap((page) => (page as Page).items as Item[]),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isAsking: query.isFetchingNextPage,
  };
}

/** A whole list, however many pages it takes: for what one organisation has, never for what the vendor has. */
export function wholeOf<Op extends AnyOperation>(operation: Op, given: ArgumentsOf<Op>) {
  type Item = AnswerOf<Op> extends { items: (infer One)[] } ? One : never;
  return queryOptions({
    queryKey: [operation.id, given, 'whole'] as const,
    queryFn: async ({ signal }): Promise<Item[]> => {
      const items: Item[] = [];
      let cursor: string | null = null;
      do {
        const asked: { query?: object } = given;
        const paged: unknown = { ...asked, query: { limit: 100, ...asked.query, ...(cursor && { cursor }) } };
        const page = (await call(operation, { ...(paged as ArgumentsOf<Op>), signal })) as unknown as {
          items: Item[];
          nextCursor: string | null;
        };
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return items;
    },
  });
}
