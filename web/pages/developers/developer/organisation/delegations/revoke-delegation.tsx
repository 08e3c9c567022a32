import { Text } from '@mantine/core';
import { revokeDelegation } from '../../../../../../api/delegations';
import { useCommand } from '../../../../../client/command';
import { FinalDialog } from '../../../../../dialog/final-dialog';
import { tell } from '../../../../../outcome/tell';
import type { DelegationShown } from './shown';
import { useDelegationWords } from './words';

/** Ends a delegation before its last day. */
export function RevokeDelegation({
  delegation,
  isOpen,
  onClose,
}: {
  delegation: DelegationShown;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useDelegationWords();
  const { id: delegationId, developerId, agencyName: agency } = delegation;
  const revocation = useCommand(revokeDelegation, {
    onSuccess: () => {
      onClose();
      tell(t('revocation.done', { agency }));
    },
  });
  return (
    <FinalDialog
      title={t('revocation.title', { agency })}
      act={t('revocation.act')}
      isOpen={isOpen}
      onClose={onClose}
      reasonHelp={t('revocation.reason')}
      problem={revocation.error}
      isPending={revocation.isPending}
      onConfirm={(reason) => revocation.mutate({ params: { developerId, delegationId }, body: { reason } })}
    >
      <Text>{t('revocation.what')}</Text>
      <Text>{t('revocation.back')}</Text>
    </FinalDialog>
  );
}
