import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useShellWords } from './words';

/** The address whose heading was focused last. The first page is left alone: readers begin at its top by themselves. */
let focusedAt: string | null = null;

/**
 * A page: its heading, which is also the title of the window and takes the focus after a change of the address.
 * `width`: reading (a column of text and forms) or wide (tables).
 */
export function Page({
  title,
  lead,
  actions,
  width = 'reading',
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  width?: 'reading' | 'wide';
  children: ReactNode;
}) {
  const t = useShellWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    if (focusedAt !== null && focusedAt !== pathname) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    focusedAt = pathname;
  }, [pathname]);
  return (
    <Stack gap="lg" maw={width === 'reading' ? 880 : 1400}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} flex={1} miw={240}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead && (
            <Text component="div" c="dimmed" maw="65ch">
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
