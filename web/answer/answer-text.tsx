import { Anchor, Code, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { downloadEvidence, getEvidence } from '../../api/evidence';
import type { Field, FieldOf } from '../../domain/catalogue/field';
import { isObject } from '../../domain/catalogue/judging';
import { readPrivacySetting } from '../../domain/checks/wechat-privacy-setting';
import { type DeveloperId, type EvidenceId, isId } from '../../domain/ids';
import { addressOf } from '../client/call';
import { viewOf } from '../client/view';
import { Day } from '../moment/moment';
import { countryName, languageName } from '../words/names';
import { useLanguage } from '../words/words';
import { useAnswerWords } from './words';

interface Shown {
  value: unknown;
  developerId: DeveloperId;
  /** Whoever judges an answer sees beside what it says how it was given. */
  isJudged?: boolean;
}

/** An answer to be read: by the kind of its field, in the language of the moment and the size of the text around it. */
export function AnswerText({ field, ...shown }: Shown & { field: Field }) {
  const t = useAnswerWords();
  const language = useLanguage();
  const separator = language === 'en' ? ', ' : '、';
  const { value, developerId, isJudged } = shown;
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return (
      <Text inherit c="dimmed">
        {t('none')}
      </Text>
    );
  }
  switch (field.kind) {
    case 'yesNo':
      return <Text inherit>{t(value === true ? 'yes' : 'no')}</Text>;
    case 'choice':
      return <Text inherit>{labelOf(field, value, language)}</Text>;
    case 'choices':
      return <Listed items={listOf(value).map((item) => labelOf(field, item, language))} />;
    case 'countries':
      return (
        <Text inherit>
          {listOf(value)
            .map((code) => countryName(code, language))
            .join(separator)}
        </Text>
      );
    case 'country':
      return <Text inherit>{countryName(plain(value), language)}</Text>;
    case 'languages':
      return (
        <Text inherit>
          {listOf(value)
            .map((tag) => languageName(tag, language))
            .join(separator)}
        </Text>
      );
    case 'date':
      return <Day on={plain(value)} isBare />;
    case 'path':
      return <Text inherit>{listOf(value).join(' › ')}</Text>;
    case 'place':
      return isObject(value) && plain(value.url) !== '' ? (
        <Address url={plain(value.url)} />
      ) : (
        <Text inherit>{isObject(value) ? listOf(value.path).join(' › ') : ''}</Text>
      );
    case 'url':
      return <Address url={plain(value)} />;
    case 'evidence':
      return isId('evd', value) ? (
        <File evidenceId={value} developerId={developerId} />
      ) : (
        <Text inherit>{plain(value)}</Text>
      );
    case 'json':
      return (
        <>
          <Text inherit>{readPrivacySetting(plain(value)).explanation[language]}</Text>
          {isJudged && (
            <Code block mah={260} style={{ overflow: 'auto' }} tabIndex={0}>
              {plain(value)}
            </Code>
          )}
        </>
      );
    case 'group':
      return <Parts {...shown} fields={field.fields} />;
    case 'table':
      return <Rows {...shown} field={field} />;
    case 'text':
    case 'longText':
    case 'number':
      return (
        <Text inherit style={{ whiteSpace: 'pre-wrap' }}>
          {plain(value)}
        </Text>
      );
  }
}

function Rows({ field, value, ...shown }: Shown & { field: FieldOf<'table'> }) {
  const t = useAnswerWords();
  const language = useLanguage();
  const rows =
    'named' in field.rows
      ? field.rows.named.map(({ slug, label }) => ({ name: label[language], row: isObject(value) ? value[slug] : {} }))
      : (Array.isArray(value) ? value : []).map((row: unknown, index) => ({
          name: t('row', { number: index + 1 }),
          row,
        }));
  return (
    <Stack gap="xs">
      {rows.map(({ name, row }) => (
        <div key={name}>
          <Text inherit fw={600}>
            {name}
          </Text>
          <Parts {...shown} fields={field.columns} value={row} />
        </div>
      ))}
    </Stack>
  );
}

function Parts({ fields, value, ...shown }: Shown & { fields: readonly Field[] }) {
  const language = useLanguage();
  const given = isObject(value) ? value : {};
  return (
    <SimpleGrid
      cols={shown.isJudged ? { base: 1, sm: 2 } : { base: 1, xs: 2, md: Math.min(fields.length, 4) }}
      spacing="md"
      verticalSpacing={4}
    >
      {fields.map((field) => (
        <div key={field.slug}>
          <Text c="dimmed" fz="sm">
            {field.label[language]}
          </Text>
          <AnswerText {...shown} field={field} value={given[field.slug]} />
        </div>
      ))}
    </SimpleGrid>
  );
}

function File({ evidenceId, developerId }: { evidenceId: EvidenceId; developerId: DeveloperId }) {
  const t = useAnswerWords();
  const params = { developerId, evidenceId };
  const { data } = useQuery(viewOf(getEvidence, { params }));
  return (
    <Text inherit>
      {data && !data.isDestroyed ? (
        <Anchor href={addressOf(downloadEvidence, { params })} download inherit>
          {data.fileName}
        </Anchor>
      ) : (
        (data?.fileName ?? t('file'))
      )}
    </Text>
  );
}

/** Only what a browser may safely be led to is a link. */
function Address({ url }: { url: string }) {
  if (!url.startsWith('https://')) return <Text inherit>{url}</Text>;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" inherit>
      {url}
    </Anchor>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  return items.length === 1 ? (
    <Text inherit>{items[0]}</Text>
  ) : (
    <List fz="inherit" lh="inherit">
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
