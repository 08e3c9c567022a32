import { Alert, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { getDeveloper } from '../../../../../../api/developers';
import { addContact, listContacts } from '../../../../../../api/people';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { useView, useViews, wholeOf } from '../../../../../client/view';
import { useDeveloperId } from '../../../../../shell/session';
import { Icon } from '../../../../../theme/icon';
import type { DeveloperShown } from '../../actions';
import { OrganisationPage } from '../organisation-page';
import { AddContact } from './add-contact';
import { ContactCard } from './contact-card';
import { byRole } from './shown';
import { useContactWords } from './words';

/** Who is written to and who may act, and whether their addresses are confirmed. */
export function Contacts() {
  const t = useContactWords();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  const refusalOf = useRefusals(developerId);
  const refusal = refusalOf(listContacts);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <OrganisationPage
      title={t('title')}
      lead={t('lead')}
      developer={developer}
      actions={
        refusal === null && (
          <ActionButton refusal={refusalOf(addContact)} onClick={() => setIsAdding(true)}>
            {t('add')}
          </ActionButton>
        )
      }
    >
      {refusal === null ? <List developer={developer} /> : <Text>{refusal}</Text>}
      <AddContact developer={developer} isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </OrganisationPage>
  );
}

function List({ developer }: { developer: DeveloperShown }) {
  const t = useContactWords();
  const [contacts] = useViews(wholeOf(listContacts, { params: { developerId: developer.id } }));
  const signatories = contacts.filter(({ role, verifiedAt }) => role === 'signatory' && verifiedAt !== null);
  return (
    <>
      {!contacts.some(({ role }) => role === 'backup') && (
        <Alert color="near" icon={<Icon name="warning" />} title={t('noBackup.title')}>
          {t('noBackup.what')}
        </Alert>
      )}
      {signatories.length === 1 && <Text c="dimmed">{t('oneSignatory')}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {byRole(contacts).map((contact) => (
          <ContactCard key={contact.personId} contact={contact} contacts={contacts} developer={developer} />
        ))}
      </Stack>
    </>
  );
}
