import { Kbd, Skeleton, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { listReviews } from '../../../../api/reviews';
import { useList } from '../../../client/view';
import { More } from '../../../desk/more';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { Sentence } from '../../../words/words';
import { QueueFilters, useQueueView } from './queue-filters';
import { QueueTable } from './queue-table';
import { useReviewsWords } from './words';

/** The queue of submissions that wait for an answer, by age against the service level. The address holds the view. */
export function Reviews() {
  const t = useReviewsWords();
  const view = useQueueView();
  const { items, more, isAsking } = useList(listReviews, { query: view.query });
  const list = useRef<HTMLDivElement>(null);
  useHotkeys([
    ['j', () => moveBy(list.current, 1)],
    ['k', () => moveBy(list.current, -1)],
  ]);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <QueueFilters view={view} />
      {!items && <Skeleton height={240} />}
      {items?.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      {items && items.length > 0 && (
        <Stack gap="xs" ref={list}>
          <Text fz="sm" c="dimmed" visibleFrom="sm">
            <Sentence t={t} of="keys.hint" elements={{ kbd: <Kbd /> }} />
          </Text>
          <QueueTable items={items} />
        </Stack>
      )}
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}

/** From one review to the next or the one before; the first when none has the focus. */
function moveBy(list: HTMLElement | null, step: number) {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-review]') ?? [])];
  const here = links.findIndex((link) => link === document.activeElement);
  links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
}
