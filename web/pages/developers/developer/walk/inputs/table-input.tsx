import { Button, Fieldset, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Field } from '../../../../../../domain/catalogue/field';
import { isObject } from '../../../../../../domain/catalogue/judging';
import { useLanguage } from '../../../../../words/words';
import { withAnswer } from '../draft/merge';
import { faultsAt } from '../questions';
import { useWalkWords } from '../words';
import { Input } from './input';
import { type InputProps, inputId } from './input-props';

type RowProps = Omit<InputProps, 'field' | 'isHeaded'> & { fields: readonly Field[]; legend: string };

/** Rows of the same questions: each a group of its own, by its name. */
export function TableInput({ field, value, onChange, path, ...props }: InputProps<'table'>) {
  const language = useLanguage();
  const hint = field.hint?.[language];
  return (
    <Stack gap="md">
      {hint && <Text c="dimmed">{hint}</Text>}
      {'named' in field.rows ? (
        <NamedRows {...props} field={field} rows={field.rows.named} value={value} onChange={onChange} path={path} />
      ) : (
        <FreeRows {...props} field={field} limits={field.rows} value={value} onChange={onChange} path={path} />
      )}
    </Stack>
  );
}

/** Some fields that are one answer. */
export function GroupInput({ field, value, onChange, path, ...props }: InputProps<'group'>) {
  return (
    <Stack gap="md" id={inputId(path)} tabIndex={-1}>
      <Fields {...props} fields={field.fields} value={value} onChange={onChange} path={path} />
    </Stack>
  );
}

function NamedRows({
  field,
  rows,
  value,
  onChange,
  path,
  ...props
}: InputProps<'table'> & { rows: readonly { slug: string; label: { en: string; 'zh-CN': string } }[] }) {
  const t = useWalkWords();
  const language = useLanguage();
  const given = isObject(value) ? value : {};
  const [first, ...others] = rows;
  const empty = others.filter(({ slug }) => isEmpty(given[slug]));
  const fillIn = () =>
    onChange({ ...given, ...Object.fromEntries(empty.map(({ slug }) => [slug, given[first?.slug ?? '']])) });
  return (
    <Stack gap="md" id={inputId(path)} tabIndex={-1}>
      {rows.map(({ slug, label }, index) => (
        <Stack key={slug} gap="xs">
          <Row
            {...props}
            fields={field.columns}
            legend={label[language]}
            value={given[slug]}
            onChange={(row) => onChange(withAnswer(given, slug, row))}
            path={`${path}/${slug}`}
          />
          {index === 0 && !isEmpty(given[slug]) && empty.length > 0 && (
            <Group>
              <Button variant="default" size="compact-md" onClick={fillIn}>
                {t('table.fillIn', { name: label[language], count: empty.length })}
              </Button>
            </Group>
          )}
        </Stack>
      ))}
    </Stack>
  );
}

function FreeRows({
  field,
  limits,
  value,
  onChange,
  path,
  ...props
}: InputProps<'table'> & { limits: { min: number; max: number } }) {
  const t = useWalkWords();
  const given: unknown[] = Array.isArray(value) ? value : [];
  const shown = given.length > 0 ? given : [{}];
  const [fault] = faultsAt(props.faults, path).filter((one) => one.path === path);
  const added = useRef<number | null>(null);
  // Whoever adds a row goes on in it.
  useEffect(() => {
    if (added.current === null) return;
    document.getElementById(inputId(`${path}/${added.current}`))?.focus();
    added.current = null;
  });

  function add() {
    added.current = shown.length;
    onChange([...shown, {}]);
  }

  return (
    <Stack gap="md" id={inputId(path)} tabIndex={-1}>
      {fault && (
        <Text c="over.8" fz="sm">
          {fault.message}
        </Text>
      )}
      {shown.map((row, index) => (
        // Rows have no name but their place.
        <Stack key={`row ${String(index)}`} gap="xs">
          <Row
            {...props}
            fields={field.columns}
            legend={t('table.row', { number: index + 1 })}
            value={row}
            onChange={(now) => onChange(shown.with(index, now ?? {}))}
            path={`${path}/${String(index)}`}
          />
          {shown.length > limits.min && (
            <Group>
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => onChange(shown.filter((_, place) => place !== index))}
              >
                {t('table.remove', { number: index + 1 })}
              </Button>
            </Group>
          )}
        </Stack>
      ))}
      {shown.length < limits.max && (
        <Group>
          <Button variant="default" onClick={add}>
            {t('table.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Row({ legend, ...props }: RowProps) {
  return (
    <Fieldset
      legend={
        <Text span fw={650}>
          {legend}
        </Text>
      }
      id={inputId(props.path)}
      tabIndex={-1}
    >
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md" style={{ alignItems: 'end' }}>
        <Fields {...props} />
      </SimpleGrid>
    </Fieldset>
  );
}

function Fields({ fields, value, onChange, path, ...props }: Omit<RowProps, 'legend'>) {
  const given = isObject(value) ? value : {};
  return fields.map((field) => (
    <div key={field.slug} style={field.kind === 'place' ? { gridColumn: '1 / -1' } : undefined}>
      <Input
        {...props}
        field={field}
        value={given[field.slug]}
        onChange={(now) => {
          const row = withAnswer(given, field.slug, now);
          onChange(Object.keys(row).length > 0 ? row : undefined);
        }}
        path={`${path}/${field.slug}`}
        isHeaded={false}
      />
    </div>
  ));
}

function isEmpty(row: unknown): boolean {
  return !isObject(row) || Object.keys(row).length === 0;
}
