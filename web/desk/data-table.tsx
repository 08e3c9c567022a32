import { Box, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeskWords } from './words';

/** A table with a name for readers; where the window is narrow it scrolls inside itself, by keyboard too. `minWidth` in pixels. */
export function DataTable({
  title,
  minWidth = 480,
  height,
  children,
}: {
  title: string;
  minWidth?: number;
  /** In pixels, for a long one: it scrolls beneath its head. */
  height?: number;
  children: ReactNode;
}) {
  const t = useDeskWords();
  return (
    <Box
      component="section"
      tabIndex={0}
      aria-label={t('table', { title })}
      mah={height}
      style={{ overflow: 'auto', overflowWrap: 'break-word' }}
    >
      <Table miw={minWidth} verticalSpacing="xs" stickyHeader={height !== undefined} aria-label={title}>
        {children}
      </Table>
    </Box>
  );
}
