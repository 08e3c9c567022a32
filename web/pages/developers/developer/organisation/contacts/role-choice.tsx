import { Radio, Stack } from '@mantine/core';
import type { Language } from '../../../../../../domain/lifecycle/state';
import { type ContactRole, contactRoles } from '../../../../../../domain/permissions';
import { languages } from '../../../../../words/i18n';
import { useContactWords } from './words';

/** What a contact is for, each role with what it means. */
export function RoleChoice({
  value,
  onChange,
  error,
}: {
  value: ContactRole;
  onChange: (role: ContactRole) => void;
  error: string | undefined;
}) {
  const t = useContactWords();
  return (
    <Radio.Group label={t('form.role')} value={value} onChange={onChange} error={error} required>
      <Stack gap="sm" my="xs">
        {contactRoles.map((role) => (
          <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleMeans.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** In which language somebody is written to. */
export function LanguageChoice({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const t = useContactWords();
  return (
    <Radio.Group label={t('form.language')} value={value} onChange={onChange} required>
      <Stack gap="xs" mt="xs">
        {languages.map((one) => (
          <Radio key={one} value={one} label={t(`form.languages.${one}`)} lang={one} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
