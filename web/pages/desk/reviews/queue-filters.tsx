import { Group, SegmentedControl, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { en } from './en';
import { useReviewsWords } from './words';

// By their words, which are as many as the domain has products: the catalogue itself stays on the server.
const products = Object.keys(en.product) as (keyof typeof en.product)[];
type Whose = 'all' | 'mine' | 'others';
type Which = 'waiting' | 'late' | 'everything';
const orders = ['reviewDueAt', 'signedAt'] as const;

/** What the address asks of the queue. */
export function useQueueView() {
  const [search, setSearch] = useSearchParams();
  const whose = (search.get('whose') ?? 'all') as Whose;
  const which = (search.get('which') ?? 'waiting') as Which;
  const product = products.find((one) => one === search.get('product'));
  const sort = orders.find((one) => one === search.get('sort')) ?? 'reviewDueAt';
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const query = {
    ...(whose !== 'all' && { mine: whose === 'mine' }),
    ...(which !== 'everything' && { needsReview: true }),
    ...(which === 'late' && { isOverdue: true }),
    ...(product && { sdkProduct: product }),
    sort,
    limit: 50,
  };
  return { whose, which, product, sort, set, query };
}

export function QueueFilters({ view }: { view: ReturnType<typeof useQueueView> }) {
  const t = useReviewsWords();
  const { whose, which, product, sort, set } = view;
  return (
    <Group component="section" aria-label={t('filters.label')} align="flex-end">
      <SegmentedControl
        aria-label={t('filters.whose')}
        value={whose}
        onChange={(value) => set('whose', value === 'all' ? null : value)}
        data={(['all', 'mine', 'others'] as const).map((value) => ({ value, label: t(`filters.${value}`) }))}
      />
      <Select
        label={t('filters.state')}
        value={which}
        onChange={(value) => set('which', value === 'waiting' ? null : value)}
        data={(['waiting', 'late', 'everything'] as const).map((value) => ({ value, label: t(`filters.${value}`) }))}
        allowDeselect={false}
      />
      <Select
        label={t('filters.product')}
        placeholder={t('filters.anyProduct')}
        value={product ?? null}
        onChange={(value) => set('product', value)}
        data={products.map((value) => ({ value, label: t(`product.${value}`) }))}
        clearable
      />
      <Select
        label={t('filters.order')}
        value={sort}
        onChange={(value) => set('sort', value === 'reviewDueAt' ? null : value)}
        data={orders.map((value) => ({ value, label: t(`filters.${value}`) }))}
        allowDeselect={false}
      />
    </Group>
  );
}
