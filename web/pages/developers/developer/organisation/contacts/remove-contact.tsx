import { Alert, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { removeContact } from '../../../../../../api/people';
import { useCommand } from '../../../../../client/command';
import { FinalDialog } from '../../../../../dialog/final-dialog';
import { tell } from '../../../../../outcome/tell';
import { paths } from '../../../../../paths';
import { useSession } from '../../../../../shell/session';
import type { DeveloperShown } from '../../actions';
import { type ContactShown, calledOf } from './shown';
import { useContactWords } from './words';

/** Removes a contact after asking once more. Who removes themselves is led away, as nothing here is theirs any more. */
export function RemoveContact({
  contact,
  developer,
  isOpen,
  onClose,
}: {
  contact: ContactShown;
  developer: DeveloperShown;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useContactWords();
  const { person, staff } = useSession();
  const navigate = useNavigate();
  const name = calledOf(contact);
  const isOwn = contact.personId === person.id;
  const removal = useCommand(removeContact, {
    onSuccess: () => {
      onClose();
      tell(t('removal.done', { name }));
      if (isOwn && !staff) void navigate(paths.home());
    },
  });
  const params = { developerId: developer.id, personId: contact.personId };
  return (
    <FinalDialog
      title={t('removal.title', { name })}
      act={t('removal.act')}
      isOpen={isOpen}
      onClose={onClose}
      problem={removal.error}
      isPending={removal.isPending}
      onConfirm={() => removal.mutate({ params })}
    >
      <Text>{t('removal.what')}</Text>
      {isOwn && <Alert color="over">{t('removal.own')}</Alert>}
    </FinalDialog>
  );
}
