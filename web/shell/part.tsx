import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page under its own heading, by which readers find it. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
