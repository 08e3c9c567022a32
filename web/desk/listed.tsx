import { Skeleton, Stack } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { EmptyState } from '../shell/empty-state';
import { More } from './more';

/** As `useList` gives it. */
interface List<Item> {
  items: readonly Item[] | undefined;
  more: (() => void) | undefined;
  isAsking: boolean;
}

/** Things one under the other: while they are asked for, where there are none, and with the way to more of them. */
export function Listed<Item extends { id: string }>({
  list: { items, more, isAsking },
  none,
  noneWhat,
  children,
}: {
  list: List<Item>;
  none: string;
  noneWhat: string;
  children: (item: Item) => ReactNode;
}) {
  return (
    <>
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && <EmptyState title={none}>{noneWhat}</EmptyState>}
      <Stack gap="md" maw={880}>
        {items?.map((item) => (
          <Fragment key={item.id}>{children(item)}</Fragment>
        ))}
      </Stack>
      <More more={more} isAsking={isAsking} />
    </>
  );
}
