import { Select, TextInput } from '@mantine/core';
import type { Language } from '../../../../domain/lifecycle/state';
import { type StaffRole, staffRoles } from '../../../../domain/permissions';
import { usePeopleWords } from './words';

interface Place {
  role: StaffRole;
  language: Language;
  team: string;
}

/** The role, the team and the language of somebody at the desk. */
export function PlaceFields({ value, onChange }: { value: Place; onChange: (changes: Partial<Place>) => void }) {
  const t = usePeopleWords();
  return (
    <>
      <Select
        label={t('field.role')}
        data={staffRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={value.role}
        onChange={(role) => role && onChange({ role })}
        allowDeselect={false}
      />
      <TextInput
        label={t('field.team')}
        description={t('field.teamHelp')}
        value={value.team}
        onChange={(event) => onChange({ team: event.currentTarget.value })}
        maxLength={60}
      />
      <Select
        label={t('language.label')}
        data={(['en', 'zh-CN'] as const).map((language) => ({ value: language, label: t(`language.${language}`) }))}
        value={value.language}
        onChange={(language) => language && onChange({ language })}
        allowDeselect={false}
      />
    </>
  );
}
