import { useState } from 'react';
import type { listDevelopers } from '../../../../api/developers';
import { type Standing, standings } from '../../../../domain/lifecycle/state';
import type { AnswerOf } from '../../../client/asked';
import { useSearch } from '../../../desk/search';
import { dayOf } from '../../../moment/zoned';

export type Listed = AnswerOf<typeof listDevelopers>['items'][number];

export const columns = [
  'standing',
  'nextDueOn',
  'apps',
  'manager',
  'products',
  'tier',
  'country',
  'reviews',
  'tasks',
  'enrolledAt',
] as const;
export type Column = (typeof columns)[number];
const atFirst: readonly Column[] = ['standing', 'nextDueOn', 'apps', 'manager', 'reviews'];

/** How the list can be ordered, by the columns that say so. */
export const sortable = ['name', 'nextDueOn', 'standing', 'enrolledAt'] as const;
type Sortable = (typeof sortable)[number];

export const dueSpans = ['overdue', 'd7', 'd14', 'd30'] as const;
const daysAhead = { overdue: 0, d7: 8, d14: 15, d30: 31 } as const;
export const flags = ['hasOpenReview', 'hasOpenTasks', 'isUnreachable'] as const;
export const products = ['native', 'wechat-mini', 'taobao-mini'] as const;

/** What the address asks of the list: its filters, its order and its columns. */
export function useDevelopersView() {
  const search = useSearch();
  const { get, set } = search;
  const [openedAt] = useState(Date.now);
  const standing = standings.find((one): one is Standing => one === get('standing'));
  const due = dueSpans.find((one) => one === get('due'));
  const product = products.find((one) => one === get('product'));
  const tier = get('tier') as NonNullable<Listed['tierId']> | null;
  const [field, isDown] = orderOf(get('sort'));
  const chosen = get('columns')?.split(',');
  const filter = {
    ...(standing && { standing }),
    ...lookedAfter(get('manager')),
    ...(get('search') && { search: get('search') ?? undefined }),
    ...(due && { dueBefore: dayOf(openedAt + daysAhead[due] * 86_400_000) }),
    ...(product && { sdkProduct: product }),
    ...(tier && { tierId: tier }),
    ...Object.fromEntries(flags.filter((flag) => get(flag) === 'true').map((flag) => [flag, true])),
  };
  return {
    get,
    set,
    standing,
    due,
    product,
    tier,
    filter,
    sort: isDown ? (`-${field}` as const) : field,
    order: { field, isDown },
    /** The other way round for the same field; ascending for another. */
    orderBy: (by: Sortable) => set('sort', by === field && !isDown ? `-${by}` : by === 'name' ? null : by),
    columns: chosen ? columns.filter((column) => chosen.includes(column)) : atFirst,
    showColumns: (shown: readonly string[]) => set('columns', shown.join(',') || 'none'),
  };
}

/** In the address: whoever follows it sees their own, and those of whom they stand in for. */
export const mine = 'mine';

function lookedAfter(manager: string | null) {
  if (manager === mine) return { mine: true };
  return manager ? { accountManagerId: manager as Listed['accountManagerId'] & string } : {};
}

function orderOf(sort: string | null): [Sortable, boolean] {
  const isDown = sort?.startsWith('-') === true;
  const field = sortable.find((one) => one === sort?.replace(/^-/, ''));
  return field ? [field, isDown] : ['name', false];
}
