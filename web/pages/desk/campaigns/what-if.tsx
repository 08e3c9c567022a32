import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { getCampaignWhatIf } from '../../../../api/campaigns';
import type { CampaignId } from '../../../../domain/ids';
import type { AnswerOf } from '../../../client/asked';
import { useView } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { Facts } from '../../../desk/facts';
import { dayText } from '../../../moment/zoned';
import { useLanguage } from '../../../words/words';
import { Days } from './days';
import { usePassedOver } from './passed-over';
import { useCampaignWords } from './words';

type WhatIf = AnswerOf<typeof getCampaignWhatIf>;
type Course = WhatIf['notAtAll'];

const most = (days: readonly { count: number }[]) => Math.max(0, ...days.map(({ count }) => count));
const figures = {
  mails: ({ mails }: Course) => mails,
  mostMails: ({ mailsOn }: Course) => most(mailsOn),
  reviews: ({ reviews }: Course) => reviews,
  mostReviews: ({ reviewsOn }: Course) => most(reviewsOn),
  lapsed: ({ lapsed }: Course) => lapsed,
  restricted: ({ restricted }: Course) => restricted,
  suspended: ({ suspended }: Course) => suspended,
} as const;

/** What the campaign would do: whom it asks and when, and what follows if developers behave as the last time, or not at all. */
export function WhatIfResults({ campaignId, isUnderWay }: { campaignId: CampaignId; isUnderWay: boolean }) {
  const t = useCampaignWords();
  const language = useLanguage();
  const passedOverText = usePassedOver();
  const found = useView(getCampaignWhatIf, { params: { campaignId } }, isUnderWay ? { refetchInterval: 1_000 } : {});
  const { asked, passedOver, dueOn, asLastTime, notAtAll, examined, count } = found;
  const [first, last] = [dueOn[0], dueOn.at(-1)];
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h3">
        {t('whatIf.title')}
      </Title>
      {isUnderWay && <Text role="status">{t('one.examining', { examined, count })}</Text>}
      <Facts
        rows={[
          [t('whatIf.asked'), String(asked)],
          [t('whatIf.passedOver'), passedOverText(passedOver)],
          [
            t('whatIf.due'),
            first && last
              ? t('whatIf.dueRange', {
                  first: dayText(first.on, language, { isShort: true }),
                  last: dayText(last.on, language, { isShort: true }),
                  most: most(dueOn),
                })
              : t('progress.nobody'),
          ],
        ]}
      />
      <Paper withBorder p="md">
        <DataTable title={t('whatIf.behaviour')} minWidth={320}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('whatIf.behaviour')}</Table.Th>
              <Table.Th>{t('whatIf.asLastTime')}</Table.Th>
              <Table.Th>{t('whatIf.notAtAll')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(Object.keys(figures) as (keyof typeof figures)[]).map((name) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {t(`whatIf.${name}`)}
                </Table.Th>
                <Table.Td>{figures[name](asLastTime)}</Table.Td>
                <Table.Td>{figures[name](notAtAll)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      </Paper>
      <Days
        title={t('whatIf.mailsByDay')}
        series={[
          { name: 'asLastTime', label: t('whatIf.asLastTime'), color: 'harbour.6', days: asLastTime.mailsOn },
          { name: 'notAtAll', label: t('whatIf.notAtAll'), color: 'near.6', days: notAtAll.mailsOn },
        ]}
      />
      <Days
        title={t('whatIf.dueByDay')}
        series={[{ name: 'due', label: t('whatIf.due'), color: 'harbour.6', days: dueOn }]}
      />
    </Stack>
  );
}
