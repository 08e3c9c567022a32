import { z } from 'zod';

export const longestPage = 100;

/** The order a list can be asked for: `createdAt` ascending, `-createdAt` descending. */
export type SortOf<Field extends string> = Field | `-${Field}`;

/**
 * The query parameters of a list: `limit`, `cursor` and `sort` by the named fields.
 * Spread it into an operation's `query`, beside its filters.
 */
export function paging<const Field extends string>(fields: readonly [Field, ...Field[]], byDefault: SortOf<Field>) {
  const orders = fields.flatMap((field): SortOf<Field>[] => [field, `-${field}`]) as [
    SortOf<Field>,
    ...SortOf<Field>[],
  ];
  return {
    limit: z
      .string()
      .regex(/^\d{1,3}$/, 'a whole number is expected')
      .transform(Number)
      .refine((limit) => limit >= 1 && limit <= longestPage, { message: `from 1 to ${longestPage}` })
      .default(25)
      .meta({ type: 'integer', minimum: 1, maximum: longestPage, default: 25, example: 25 }),
    cursor: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .describe('`nextCursor` of the page before. Opaque; only for the same sort and filters.'),
    sort: z
      .enum(orders)
      .default(byDefault as never)
      .describe('A field; with a minus before it, descending.'),
  };
}

/** One page of a list. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('null on the last page.'),
  });
}
