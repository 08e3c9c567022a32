import { Stack, Table, Text, Title } from '@mantine/core';
import { listContacts } from '../../../../../api/people';
import { useViews, wholeOf } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { Moment } from '../../../../moment/moment';
import type { DeskDeveloper } from './developer-page';
import { useDeveloperWords } from './words';

/** Whom notices go to; only those who confirmed their address count. */
export function Contacts({ developer }: { developer: DeskDeveloper }) {
  const t = useDeveloperWords();
  const [contacts] = useViews(wholeOf(listContacts, { params: { developerId: developer.id } }));
  return (
    <Stack component="section" aria-labelledby="contacts" gap="xs">
      <Title order={2} size="h3" id="contacts">
        {t('contacts.title')}
      </Title>
      <DataTable title={t('contacts.title')} minWidth={480}>
        <HeadRow names={['name', 'role', 'verified']} wordOf={(column) => t(`contacts.${column}`)} />
        <Table.Tbody>
          {contacts.map((contact) => (
            <Table.Tr key={`${contact.personId} ${contact.role}`}>
              <Table.Td>
                <Text fz="sm" fw={600}>
                  {contact.name}
                </Text>
                <Text fz="sm" c="dimmed">
                  {contact.email}
                </Text>
              </Table.Td>
              <Table.Td>{t(`contacts.roles.${contact.role}`)}</Table.Td>
              <Table.Td>
                <Text fz="sm">
                  {contact.verifiedAt ? <Moment at={contact.verifiedAt} isBare /> : t('contacts.not')}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
    </Stack>
  );
}
