import { Text } from '@mantine/core';
import { revokeKey } from '../../../../../api/keys';
import type { DeveloperId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { FinalDialog } from '../../../../dialog/final-dialog';
import { tell } from '../../../../outcome/tell';
import type { KeyShown } from './shown';
import { useKeyWords } from './words';

/** Ends a key for good; a live one wants its name typed. */
export function RevokeKey({
  sdkKey,
  developerId,
  isOpen,
  onClose,
}: {
  sdkKey: KeyShown;
  developerId: DeveloperId;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useKeyWords();
  const { id: keyId, name, environment } = sdkKey;
  const revocation = useCommand(revokeKey, {
    onSuccess: () => {
      onClose();
      tell(t('revoke.done', { name }));
    },
  });
  return (
    <FinalDialog
      title={t('revoke.title', { name })}
      act={t('revoke.act')}
      isOpen={isOpen}
      onClose={onClose}
      reasonHelp={t('revoke.reason')}
      typed={environment === 'live' ? name : undefined}
      problem={revocation.error}
      isPending={revocation.isPending}
      onConfirm={(reason) => revocation.mutate({ params: { developerId, keyId }, body: { reason } })}
    >
      <Text>{t('revoke.what')}</Text>
      <Text>{t('revoke.instead')}</Text>
    </FinalDialog>
  );
}
