import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { addStaff } from '../../../../api/people';
import type { Language } from '../../../../domain/lifecycle/state';
import type { StaffRole } from '../../../../domain/permissions';
import { useCommand } from '../../../client/command';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { PlaceFields } from './place-fields';
import { usePeopleWords } from './words';

const blank = { name: '', email: '', role: 'am' as StaffRole, language: 'en' as Language, team: '' };

/** Somebody new at the desk. */
export function AddPerson() {
  const t = usePeopleWords();
  const [told, setTold] = useState(blank);
  const [isTried, setIsTried] = useState(false);
  const adding = useCommand(addStaff, {
    onSuccess: () => {
      setTold(blank);
      setIsTried(false);
    },
  });
  const set = (changes: Partial<typeof told>) => setTold((before) => ({ ...before, ...changes }));
  const isNameMissing = told.name.trim() === '';
  const isEmailMissing = !/^\S+@\S+\.\S+$/.test(told.email.trim());

  function given() {
    setIsTried(true);
    if (isNameMissing || isEmailMissing) return null;
    return { body: { ...told, name: told.name.trim(), email: told.email.trim(), team: told.team.trim() || null } };
  }
  return (
    <ReasonedAct act="addStaff" label={t('add')} what={t('addWhat')} command={adding} given={given}>
      <TextInput
        label={t('field.name')}
        value={told.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={isTried && isNameMissing && t('field.nameMissing')}
        maxLength={120}
        required
        data-autofocus
      />
      <TextInput
        type="email"
        label={t('field.email')}
        description={t('field.emailHelp')}
        value={told.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={isTried && isEmailMissing && t('field.emailMissing')}
        maxLength={254}
        required
      />
      <PlaceFields value={told} onChange={set} />
    </ReasonedAct>
  );
}
