import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useShellWords } from './words';

/** Stands where a page will be, with about its shape, so that nothing jumps. */
export function PageSkeleton() {
  const t = useShellWords();
  return (
    <Stack gap="md" maw={880} aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Skeleton height={34} width="45%" />
      <Skeleton height={16} width="70%" mb="md" />
      <Skeleton height={120} />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </Stack>
  );
}
