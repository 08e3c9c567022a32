import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listDevelopers } from '../../api/developers';
import type { DeveloperId } from '../../domain/ids';
import { viewOf } from '../client/view';
import { useDeskWords } from './words';

const pauseMs = 250;

/** One developer, found by a part of the name; the server looks among all of them. */
export function DeveloperPicker({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  value: DeveloperId | null;
  onChange: (id: DeveloperId | null) => void;
  error?: string;
}) {
  const t = useDeskWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), pauseMs);
  const found = useQuery(viewOf(listDevelopers, { query: { limit: 20, ...(search !== '' && { search }) } }));
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('picker.placeholder')}
      nothingFoundMessage={t('picker.none')}
      data={found.data?.items.map(({ id, legalName }) => ({ value: id, label: legalName })) ?? []}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      error={error}
      searchable
      clearable
      required
    />
  );
}
