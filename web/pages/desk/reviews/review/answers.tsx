import { Badge, Box, Stack, Table, Text, Title } from '@mantine/core';
import { diffWordsWithSpace } from 'diff';
import { getCatalogue } from '../../../../../api/catalogue';
import type { getReview } from '../../../../../api/reviews';
import type { Field } from '../../../../../domain/catalogue/field';
import type { DeveloperId } from '../../../../../domain/ids';
import type { SdkProductSlug } from '../../../../../domain/products';
import { AnswerText } from '../../../../answer/answer-text';
import type { AnswerOf } from '../../../../client/asked';
import { useView } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { Moment } from '../../../../moment/moment';
import { Sentence, useLanguage } from '../../../../words/words';
import { useReviewWords } from './words';

export type ReviewItem = AnswerOf<typeof getReview>['items'][number];

/** What was answered, field by field, beside the last cycle's answers with what changed marked. */
export function Answers({
  item,
  product,
  developerId,
}: {
  item: ReviewItem;
  product: SdkProductSlug;
  developerId: DeveloperId;
}) {
  const t = useReviewWords();
  const { lastCycle, answers } = item;
  const asked = useView(getCatalogue, {
    query: { version: item.catalogueVersion, product, obligation: item.obligation },
  });
  const fields = (asked.products[0]?.obligations[0]?.fields ?? []) as unknown as Field[];
  const slugs = [
    ...new Set([...fields.map(({ slug }) => slug), ...Object.keys(answers), ...Object.keys(lastCycle?.answers ?? {})]),
  ];
  const rows = slugs
    .map((slug) => ({
      slug,
      field: fields.find((one) => one.slug === slug),
      now: answers[slug],
      before: lastCycle?.answers[slug],
    }))
    .filter(({ now, before }) => now !== undefined || before !== undefined)
    .map((row) => ({ ...row, isChanged: lastCycle !== null && plainText(row.now) !== plainText(row.before) }));
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('item.answers')}
      </Title>
      <Text fz="sm" c="dimmed">
        {lastCycle === null && t('item.first')}
        {lastCycle && changed > 0 && t('item.changed', { count: changed })}
        {lastCycle && changed === 0 && (
          <Sentence t={t} of="item.unchanged" elements={{ at: <Moment at={lastCycle.signedAt} isBare /> }} />
        )}
      </Text>
      {lastCycle?.isClauseChanged && <Text fw={600}>{t('item.clauseChanged')}</Text>}
      <DataTable title={t('item.answers')} minWidth={lastCycle ? 560 : 300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="30%">{t('item.field')}</Table.Th>
            <Table.Th>{t('item.now')}</Table.Th>
            {lastCycle && <Table.Th>{t('item.before')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <AnswerRow key={row.slug} {...row} hasBefore={lastCycle !== null} developerId={developerId} />
          ))}
        </Table.Tbody>
      </DataTable>
    </Stack>
  );
}

interface Row {
  slug: string;
  field: Field | undefined;
  now: unknown;
  before: unknown;
  isChanged: boolean;
  hasBefore: boolean;
  developerId: DeveloperId;
}

function AnswerRow({ slug, field, now, before, isChanged, hasBefore, developerId }: Row) {
  const t = useReviewWords();
  const language = useLanguage();
  const isProse = isChanged && typeof now === 'string' && typeof before === 'string' && isText(field);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
        {field?.label[language] ?? slug}
        {isChanged && (
          <Badge variant="light" color="near" tt="none" ml={6}>
            {t('item.changedMark')}
          </Badge>
        )}
      </Table.Th>
      <Table.Td style={{ verticalAlign: 'top' }}>
        {isProse ? (
          <Marked before={before} now={now} keeps="new" />
        ) : (
          <Answer field={field} value={now} developerId={developerId} />
        )}
      </Table.Td>
      {hasBefore && (
        <Table.Td style={{ verticalAlign: 'top' }}>
          {isProse ? (
            <Marked before={before} now={now} keeps="gone" />
          ) : (
            <Answer field={field} value={before} developerId={developerId} />
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** As its field means it; of a field that the catalogue does not have any more, as it is. */
function Answer({ field, ...answer }: Pick<Row, 'field' | 'developerId'> & { value: unknown }) {
  return (
    <Box fz="sm">
      {field ? (
        <AnswerText {...answer} field={field} isJudged />
      ) : (
        <Text inherit style={{ whiteSpace: 'pre-wrap' }}>
          {plainText(answer.value)}
        </Text>
      )}
    </Box>
  );
}

/** An answer as one text, to compare and to mark differences in. */
function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

const isText = (field: Field | undefined) => !field || ['text', 'longText', 'json'].includes(field.kind);

/** One of two texts, with what only it has marked. */
function Marked({ before, now, keeps }: { before: string; now: string; keeps: 'new' | 'gone' }) {
  const Mark = keeps === 'new' ? 'ins' : 'del';
  const parts = diffWordsWithSpace(before, now).filter(({ added, removed }) => (keeps === 'new' ? !removed : !added));
  return (
    <Text fz="sm" style={{ whiteSpace: 'pre-wrap' }}>
      {parts.map(({ value, added, removed }, index) =>
        added || removed ? (
          <Mark key={`${String(index)} ${value}`} className={`diff-${keeps}`}>
            {value}
          </Mark>
        ) : (
          value
        ),
      )}
    </Text>
  );
}
