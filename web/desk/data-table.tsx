import { Box, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDeskWords } from './words';

/** A table with a name for readers; where the window is narrow it scrolls inside itself, by keyboard too. `minWidth` in pixels. */
export function DataTable({
  title,
  minWidth = 480,
  children,
}: {
  title: string;
  minWidth?: number;
  children: ReactNode;
}) {
  const t = useDeskWords();
  return (
    <Box
      component="section"
      tabIndex={0}
      aria-label={t('table', { title })}
      style={{ overflowX: 'auto', overflowWrap: 'break-word' }}
    >
      <Table miw={minWidth} verticalSpacing="xs" aria-label={title}>
        {children}
      </Table>
    </Box>
  );
}
