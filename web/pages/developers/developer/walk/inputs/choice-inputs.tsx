import { Alert, Anchor, Checkbox, MultiSelect, Radio, Select, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../../../../paths';
import { Icon } from '../../../../../theme/icon';
import { countryOptions, languageOptions } from '../../../../../words/names';
import { useLanguage } from '../../../../../words/words';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';

/** One of some answers. */
export function ChoiceInput({ value, onChange, ...props }: InputProps<'choice'>) {
  const language = useLanguage();
  const frame = useFrame(props);
  return (
    <Radio.Group {...frame} value={typeof value === 'string' ? value : ''} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {props.field.options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label[language]} size="md" />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Yes or no, neither of them beforehand. Where only yes lets the statement be true, a no says what can be done. */
export function YesNoInput({ value, onChange, ...props }: InputProps<'yesNo'>) {
  const t = useWalkWords();
  const language = useLanguage();
  const frame = useFrame(props);
  const { mustBeYes } = props.field;
  return (
    <Stack gap="md">
      <Radio.Group
        {...frame}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(chosen) => onChange(chosen === 'true')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="true" label={t('answer.yes')} size="md" />
          <Radio value="false" label={t('answer.no')} size="md" />
        </Stack>
      </Radio.Group>
      {value === false && mustBeYes && (
        <Alert color="near" icon={<Icon name="clock" />} title={t('notYet.title')}>
          <Text>{mustBeYes[language]}</Text>
          <Anchor component={Link} to={paths.extension(props.asked.developerId)}>
            {t('notYet.time')}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
}

/** Several of some answers. */
export function ChoicesInput({ value, onChange, ...props }: InputProps<'choices'>) {
  const language = useLanguage();
  const frame = useFrame(props);
  return (
    <Checkbox.Group {...frame} value={listOf(value)} onChange={(chosen) => onChange(chosen)}>
      <Stack gap="xs" mt="xs">
        {props.field.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label[language]} size="md" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** A country or region, found by its name. */
export function CountryInput({ value, onChange, ...props }: InputProps<'country'>) {
  const t = useWalkWords();
  const language = useLanguage();
  const frame = useFrame(props);
  return (
    <Select
      {...frame}
      data={countryOptions(language)}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      searchable
      nothingFoundMessage={t('question.nothingFound')}
    />
  );
}

/** Countries and regions, or languages, found by their names. */
export function SeveralInput({ value, onChange, ...props }: InputProps<'countries' | 'languages'>) {
  const t = useWalkWords();
  const language = useLanguage();
  const frame = useFrame(props);
  const chosen = listOf(value);
  const { field } = props;
  return (
    <MultiSelect
      {...frame}
      data={field.kind === 'countries' ? countryOptions(language) : languageOptions(chosen, language)}
      value={chosen}
      onChange={(now) => onChange(now)}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      maxValues={field.kind === 'languages' ? field.max : undefined}
      nothingFoundMessage={t('question.nothingFound')}
      placeholder={chosen.length === 0 ? t('question.typeToFind') : undefined}
    />
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
