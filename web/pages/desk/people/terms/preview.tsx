import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { DataTable } from '../../../../desk/data-table';
import { Facts } from '../../../../desk/facts';
import { Moment } from '../../../../moment/moment';
import { dayText } from '../../../../moment/zoned';
import { Sentence, useLanguage } from '../../../../words/words';
import { useDaysMoved } from './days-moved';
import { DueByMonth } from './due-by-month';
import type { TermsVersion } from './state-badge';
import { useTermsWords } from './words';

/** What a version would move, or what was foreseen of it: counts, by how much, and the due days by month. */
export function Preview({ version }: { version: TermsVersion }) {
  const t = useTermsWords();
  const language = useLanguage();
  const { preview, developers, state } = version;
  const { examined, examinedAt, earlier, later, same, undated, byDays, firstDueOn, opensWithin30Days, mails } = preview;
  const fromTo = (figures: { before: number; after: number }) => t('preview.fromTo', figures);
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h3">
        {t(state === 'proposed' ? 'preview.title' : 'preview.titleThen')}
      </Title>
      {examinedAt === null ? (
        <Text role="status">{t('preview.examining', { examined, count: developers })}</Text>
      ) : (
        <Text c="dimmed" maw="65ch">
          <Sentence t={t} of="preview.what" elements={{ at: <Moment at={examinedAt} isBare /> }} />
        </Text>
      )}
      {developers === 0 ? (
        <Text>{t('preview.nobody')}</Text>
      ) : (
        <>
          <Facts
            rows={[
              [t('preview.earlier'), String(earlier)],
              [t('preview.later'), String(later)],
              [t('preview.same'), String(same)],
              [t('preview.undated'), String(undated)],
              [t('preview.firstDueOn'), firstDueOn ? dayText(firstDueOn, language) : t('preview.noDay')],
              [t('preview.windows'), fromTo(opensWithin30Days)],
              [t('preview.mails'), fromTo(mails)],
              [t('preview.running'), String(preview.runningCycles)],
            ]}
          />
          <DueByMonth months={preview.dueByMonth} />
          {byDays.length > 0 && <ByDays byDays={byDays} />}
        </>
      )}
    </Stack>
  );
}

function ByDays({ byDays }: { byDays: TermsVersion['preview']['byDays'] }) {
  const t = useTermsWords();
  const moved = useDaysMoved();
  return (
    <details>
      <summary>{t('preview.showDays')}</summary>
      <Paper withBorder p="md" mt="xs" maw={480}>
        <DataTable title={t('preview.byDays')} minWidth={260} height={320}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview.byDays')}</Table.Th>
              <Table.Th>{t('preview.howMany')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byDays.map(({ days, count }) => (
              <Table.Tr key={days}>
                <Table.Th scope="row" fw={400}>
                  {moved(days)}
                </Table.Th>
                <Table.Td>{count}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      </Paper>
    </details>
  );
}
