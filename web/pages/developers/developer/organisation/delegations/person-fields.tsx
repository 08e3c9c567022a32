import { Radio, Stack, TextInput } from '@mantine/core';
import type { Language } from '../../../../../../domain/lifecycle/state';
import { languages } from '../../../../../words/i18n';
import { useDelegationWords } from './words';

export interface Person {
  name: string;
  email: string;
  language: Language;
}

/** What is wrong with what was given, by field; before the server says the same. */
export function usePersonFaults(person: Person): { name?: string; email?: string } {
  const t = useDelegationWords();
  return {
    ...(person.name.trim() === '' && { name: t('form.nameMissing') }),
    ...(!/^\S+@\S+\.\S+$/.test(person.email.trim()) && { email: t('form.emailMissing') }),
  };
}

/** Somebody of an agency, to be invited. The inputs have the ids `delegate-name` and `delegate-email`. */
export function PersonFields({
  value,
  onChange,
  faultOf,
}: {
  value: Person;
  onChange: (person: Person) => void;
  faultOf: (field: 'name' | 'email') => string | undefined;
}) {
  const t = useDelegationWords();
  return (
    <>
      <TextInput
        id="delegate-name"
        label={t('form.name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        error={faultOf('name')}
        maxLength={120}
        autoComplete="off"
        required
      />
      <TextInput
        id="delegate-email"
        type="email"
        label={t('form.email')}
        value={value.email}
        onChange={(event) => onChange({ ...value, email: event.currentTarget.value })}
        error={faultOf('email')}
        maxLength={254}
        autoComplete="off"
        required
      />
      <Radio.Group
        label={t('form.language')}
        value={value.language}
        onChange={(language) => onChange({ ...value, language: language })}
      >
        <Stack gap="xs" mt="xs">
          {languages.map((one) => (
            <Radio key={one} value={one} label={t(`form.languages.${one}`)} lang={one} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
