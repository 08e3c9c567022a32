import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonId } from '../../../../domain/ids';
import { useStaff } from '../../../desk/staff-names';

/** Somebody who can look after developers, but not this one. */
export function ManagerSelect({
  label,
  not,
  value,
  onChange,
  error,
}: {
  label: string;
  not: PersonId;
  value: PersonId | null;
  onChange: (personId: PersonId | null) => void;
  error?: ReactNode;
}) {
  const staff = useStaff();
  return (
    <Select
      label={label}
      data={staff
        .filter(({ isActive, role, personId }) => isActive && role !== 'legal' && personId !== not)
        .map(({ personId, name }) => ({ value: personId, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      required
    />
  );
}
