import { Group, Select } from '@mantine/core';
import { useSearch } from '../../../desk/search';
import { StateFilter } from '../../../desk/state-filter';
import { en } from './en';
import { useReviewsWords } from './words';

// By their words, which are as many as the domain has products: the catalogue itself stays on the server.
const products = Object.keys(en.product) as (keyof typeof en.product)[];
const orders = ['reviewDueAt', 'signedAt'] as const;

/** What the address asks of the queue. */
export function useQueueView() {
  const { get, set, oneOf } = useSearch();
  const whose = oneOf('whose', ['all', 'mine', 'others']);
  const which = oneOf('which', ['waiting', 'late', 'everything']);
  const product = products.find((one) => one === get('product'));
  const sort = oneOf('sort', orders);
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
      <StateFilter
        label={t('filters.whose')}
        value={whose}
        values={['all', 'mine', 'others']}
        wordOf={(value) => t(`filters.${value}`)}
        onChange={(value) => set('whose', value === 'all' ? null : value)}
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
