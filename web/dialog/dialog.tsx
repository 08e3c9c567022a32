import { Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useDialogWords } from './words';

/**
 * A dialog over the page: it takes the focus, keeps it, and gives it back where it came from. On a phone it is the whole screen.
 * `isBinding`: it ends only by a button in it, because what it shows is not shown again.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  isBinding = false,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  isBinding?: boolean;
  children: ReactNode;
}) {
  const t = useDialogWords();
  const isPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      closeOnEscape={!isBinding}
      withCloseButton={!isBinding}
      closeButtonProps={{ 'aria-label': t('close'), size: 'lg' }}
      styles={{ title: { fontWeight: 650, fontSize: '1.15rem' } }}
    >
      <Stack gap="md">{children}</Stack>
    </Modal>
  );
}
