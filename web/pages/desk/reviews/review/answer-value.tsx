import { Anchor, Code, Group, List, Stack, Text } from '@mantine/core';
import type { Choice, Field, TableField } from '../../../../../domain/catalogue/field';
import { Day } from '../../../../moment/moment';
import { useLanguage } from '../../../../words/words';
import { useReviewWords } from './words';

/** An answer as its field means it. Whatever does not have the shape of its field is shown as it is. */
export function AnswerValue({ field, value }: { field: Field | undefined; value: unknown }) {
  const t = useReviewWords();
  const language = useLanguage();
  if (value === undefined || value === null || value === '')
    return (
      <Text fz="sm" c="dimmed">
        {t('item.none')}
      </Text>
    );
  switch (field?.kind) {
    case 'yesNo':
      return <Text fz="sm">{t(value === true ? 'item.yes' : 'item.no')}</Text>;
    case 'url':
      return <Address url={plainText(value)} />;
    case 'choice':
      return <Text fz="sm">{labelOf(field.options, value)[language]}</Text>;
    case 'choices':
      return <Lines lines={listed(value).map((one) => labelOf(field.options, one)[language])} />;
    case 'country':
      return <Text fz="sm">{regionName(plainText(value), language)}</Text>;
    case 'countries':
      return (
        <Text fz="sm">
          {listed(value)
            .map((code) => regionName(code, language))
            .join(', ')}
        </Text>
      );
    case 'languages':
      return <Text fz="sm">{listed(value).join(', ')}</Text>;
    case 'date':
      return <Day on={plainText(value)} isBare />;
    case 'path':
      return <Text fz="sm">{listed(value).join(' › ')}</Text>;
    case 'place':
      return <Place value={value} />;
    case 'evidence':
      return <Code>{plainText(value)}</Code>;
    case 'json':
      return (
        <Code block mah={260} style={{ overflow: 'auto' }} tabIndex={0}>
          {plainText(value)}
        </Code>
      );
    case 'group':
      return <Parts fields={field.fields} values={value} />;
    case 'table':
      return <Rows field={field} value={value} />;
    default:
      return (
        <Text fz="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {plainText(value)}
        </Text>
      );
  }
}

/** An answer as one line of text, to compare and to mark differences in. */
export function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

function Address({ url }: { url: string }) {
  if (!url.startsWith('https://')) return <Text fz="sm">{url}</Text>;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" fz="sm">
      {url}
    </Anchor>
  );
}

function Place({ value }: { value: unknown }) {
  const { url, path } = value as { url?: string; path?: string[] };
  return url ? <Address url={url} /> : <Text fz="sm">{listed(path).join(' › ')}</Text>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <List fz="sm">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}

function Parts({ fields, values }: { fields: readonly Field[]; values: unknown }) {
  const language = useLanguage();
  const known = values as Readonly<Record<string, unknown>>;
  return (
    <Stack gap={4}>
      {fields
        .filter(({ slug }) => known[slug] !== undefined)
        .map((field) => (
          <Group key={field.slug} gap={6} align="flex-start">
            <Text fz="sm" c="dimmed">
              {field.label[language]}:
            </Text>
            <AnswerValue field={field} value={known[field.slug]} />
          </Group>
        ))}
    </Stack>
  );
}

function Rows({ field, value }: { field: TableField; value: unknown }) {
  const language = useLanguage();
  const rows =
    'named' in field.rows
      ? field.rows.named.map(({ slug, label }) => ({
          name: label[language],
          values: (value as Readonly<Record<string, unknown>>)[slug],
        }))
      : (value as unknown[]).map((values, index) => ({ name: String(index + 1), values }));
  return (
    <Stack gap="xs">
      {rows
        .filter(({ values }) => values !== undefined)
        .map(({ name, values }) => (
          <div key={name}>
            <Text fw={600} fz="sm">
              {name}
            </Text>
            <Parts fields={field.columns} values={values} />
          </div>
        ))}
    </Stack>
  );
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function labelOf(options: readonly Choice[], value: unknown): Choice['label'] {
  const plain = plainText(value);
  return options.find((one) => one.value === value)?.label ?? { en: plain, 'zh-CN': plain };
}

function regionName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
