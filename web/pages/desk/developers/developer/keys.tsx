import { Code, Stack, Table, Text, Title } from '@mantine/core';
import { listKeys } from '../../../../../api/keys';
import { useViews, wholeOf } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { Moment } from '../../../../moment/moment';
import { KeyBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import type { DeskDeveloper } from './developer-page';
import { useDeveloperWords } from './words';

/** The developer's keys, as far as the vendor sees them: never the secret, never a way to end one. */
export function Keys({ developer }: { developer: DeskDeveloper }) {
  const t = useDeveloperWords();
  const stateWords = useStateWords();
  const [keys] = useViews(wholeOf(listKeys, { params: { developerId: developer.id } }));
  const nameOf = (appId: string) => developer.apps.find(({ id }) => id === appId)?.name ?? appId;
  return (
    <Stack component="section" aria-labelledby="keys" gap="xs">
      <Title order={2} size="h3" id="keys">
        {t('keys.title')}
      </Title>
      {keys.length === 0 && <Text c="dimmed">{t('keys.none')}</Text>}
      {keys.length > 0 && (
        <DataTable title={t('keys.title')} minWidth={560}>
          <HeadRow names={['key', 'app', 'state', 'issued']} wordOf={(column) => t(`keys.${column}`)} />
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td>
                  {key.name} ({t(`keys.${key.environment}`)}){' '}
                  <Code>
                    {key.prefix}…{key.lastFour}
                  </Code>
                </Table.Td>
                <Table.Td>{nameOf(key.appId)}</Table.Td>
                <Table.Td>
                  <KeyBadge state={key.state} />
                  {key.suspendedFor.length > 0 && (
                    <Text fz="xs">
                      {t('keys.why', {
                        classes: key.suspendedFor.map((one) => stateWords(`suspension.${one}`)).join(', '),
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text fz="sm">
                    <Moment at={key.issuedAt} now={developer.now} timeZone={developer.timeZone} isBare />
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Stack>
  );
}
