import { Anchor, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getEvidence } from '../../../../../api/evidence';
import type { Field, FieldOf } from '../../../../../domain/catalogue/field';
import { isObject } from '../../../../../domain/catalogue/judging';
import { readPrivacySetting } from '../../../../../domain/checks/wechat-privacy-setting';
import { type EvidenceId, isId } from '../../../../../domain/ids';
import { viewOf } from '../../../../client/view';
import { Day } from '../../../../moment/moment';
import { useLanguage } from '../../../../words/words';
import type { AskedDraft } from './draft/keeper';
import { countryName, languageName } from './inputs/names';
import { useWalkWords } from './words';

type Of = Pick<AskedDraft, 'developerId'>;

/** An answer to be read: by the kind of its field, in the language of the moment. */
export function AnswerText({ field, value, asked }: { field: Field; value: unknown; asked: Of }) {
  const t = useWalkWords();
  const language = useLanguage();
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <Text c="dimmed">{t('answer.none')}</Text>;
  }
  switch (field.kind) {
    case 'yesNo':
      return <Text>{t(value === true ? 'answer.yes' : 'answer.no')}</Text>;
    case 'choice':
      return <Text>{labelOf(field, value, language)}</Text>;
    case 'choices':
      return <Listed items={listOf(value).map((item) => labelOf(field, item, language))} />;
    case 'countries':
      return (
        <Text>
          {listOf(value)
            .map((code) => countryName(code, language))
            .join(t('answer.and'))}
        </Text>
      );
    case 'country':
      return <Text>{countryName(plain(value), language)}</Text>;
    case 'languages':
      return (
        <Text>
          {listOf(value)
            .map((tag) => languageName(tag, language))
            .join(t('answer.and'))}
        </Text>
      );
    case 'date':
      return (
        <Text>
          <Day on={plain(value)} isBare />
        </Text>
      );
    case 'path':
      return <Text>{listOf(value).join(' › ')}</Text>;
    case 'place':
      return <Text>{isObject(value) ? plain(value.url) || listOf(value.path).join(' › ') : ''}</Text>;
    case 'evidence':
      return isId('evd', value) ? (
        <File evidenceId={value} developerId={asked.developerId} />
      ) : (
        <Text>{plain(value)}</Text>
      );
    case 'json':
      return <Text>{readPrivacySetting(plain(value)).explanation[language]}</Text>;
    case 'group':
      return <Parts fields={field.fields} value={value} asked={asked} />;
    case 'table':
      return <Rows field={field} value={value} asked={asked} />;
    case 'text':
    case 'longText':
    case 'url':
    case 'number':
      return <Text style={{ whiteSpace: 'pre-wrap' }}>{plain(value)}</Text>;
  }
}

function Rows({ field, value, asked }: { field: FieldOf<'table'>; value: unknown; asked: Of }) {
  const t = useWalkWords();
  const language = useLanguage();
  const rows =
    'named' in field.rows
      ? field.rows.named.map(({ slug, label }) => ({ name: label[language], row: isObject(value) ? value[slug] : {} }))
      : (Array.isArray(value) ? value : []).map((row: unknown, index) => ({
          name: t('table.row', { number: index + 1 }),
          row,
        }));
  return (
    <Stack gap="xs">
      {rows.map(({ name, row }) => (
        <div key={name}>
          <Text fw={600}>{name}</Text>
          <Parts fields={field.columns} value={row} asked={asked} />
        </div>
      ))}
    </Stack>
  );
}

function Parts({ fields, value, asked }: { fields: readonly Field[]; value: unknown; asked: Of }) {
  const language = useLanguage();
  const given = isObject(value) ? value : {};
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: Math.min(fields.length, 4) }} spacing="md" verticalSpacing={4}>
      {fields.map((field) => (
        <div key={field.slug}>
          <Text c="dimmed" fz="sm">
            {field.label[language]}
          </Text>
          <AnswerText field={field} value={given[field.slug]} asked={asked} />
        </div>
      ))}
    </SimpleGrid>
  );
}

function File({ evidenceId, developerId }: Of & { evidenceId: EvidenceId }) {
  const t = useWalkWords();
  const { data } = useQuery(viewOf(getEvidence, { params: { developerId, evidenceId } }));
  const href = `/v1/developers/${developerId}/evidence/${evidenceId}/content`;
  return (
    <Text>
      {data && !data.isDestroyed ? (
        <Anchor href={href} download>
          {data.fileName}
        </Anchor>
      ) : (
        (data?.fileName ?? t('answer.file'))
      )}
    </Text>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  return items.length === 1 ? (
    <Text>{items[0]}</Text>
  ) : (
    <List>
      {items.map((item, index) => (
        <List.Item key={`${String(index)} ${item}`}>{item}</List.Item>
      ))}
    </List>
  );
}

function labelOf(field: FieldOf<'choice' | 'choices'>, value: unknown, language: 'en' | 'zh-CN'): string {
  return field.options.find((option) => option.value === value)?.label[language] ?? plain(value);
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(plain) : [];
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
