import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';

// What reads a PDF weighs more than any page: it comes with the first PDF that somebody looks at.
const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages')).PdfPages }));

/** What a PDF at this address of the API shows, page by page. Whoever sent it may be hostile. */
export function PdfFile(file: { name: string; address: string }) {
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <PdfPages {...file} />
    </Suspense>
  );
}
