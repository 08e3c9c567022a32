import { Anchor, Button, CloseButton, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { keepDeskView, listDeskViews, removeDeskView } from '../../../../api/desk-views';
import { useCommand } from '../../../client/command';
import { wholeOf } from '../../../client/view';
import { paths } from '../../../paths';
import { ProblemNotice } from '../../../problem/problem-notice';
import { useDevelopersWords } from './words';

/** The views of the list that this person keeps: go to one, keep this one, forget one. */
export function Views() {
  const t = useDevelopersWords();
  const kept = useQuery(wholeOf(listDeskViews, {})).data ?? [];
  const removal = useCommand(removeDeskView);
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button variant="default" size="compact-md">
          {t('views.label')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.label')}>
        <Stack gap="sm">
          {kept.length === 0 && <Text fz="sm">{t('views.none')}</Text>}
          {kept.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap">
              <Anchor component={Link} to={`${paths.deskDevelopers()}?${one.query}`}>
                {one.name}
              </Anchor>
              <CloseButton
                aria-label={t('views.remove', { name: one.name })}
                onClick={() => removal.mutate({ params: { viewId: one.id } })}
              />
            </Group>
          ))}
          <Keeping />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Keeping() {
  const t = useDevelopersWords();
  const { search } = useLocation();
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const keeping = useCommand(keepDeskView, {
    onSuccess: () => {
      setName('');
      setIsTried(false);
    },
  });
  function keep(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() !== '') keeping.mutate({ body: { name: name.trim(), query: search.replace(/^\?/, '') } });
  }
  return (
    <form onSubmit={keep} noValidate>
      <Stack gap="xs">
        <ProblemNotice problem={keeping.error} />
        <TextInput
          label={t('views.name')}
          description={t('views.keepWhat')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && name.trim() === '' ? t('views.nameMissing') : undefined}
          maxLength={80}
          required
        />
        <Button type="submit" size="compact-md" loading={keeping.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('views.keep')}
        </Button>
      </Stack>
    </form>
  );
}
