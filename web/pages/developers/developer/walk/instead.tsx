import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../../paths';
import { useParts } from '../../../../shell/session';
import type { AppOwing, DeveloperShown } from '../actions';
import { Retirement } from './retirement';
import type { Task } from './tasks';
import { useWalkWords } from './words';

/** What can be done instead of stating it: more time with a plan, an exemption by law, or the end of the app. What is not open to somebody says why. */
export function Instead({
  developer,
  owing,
  tasks,
}: {
  developer: DeveloperShown;
  owing: AppOwing;
  tasks: readonly Task[];
}) {
  const t = useWalkWords();
  const reasonId = useId();
  const { roles } = useParts(developer.id);
  const [isRetiring, setIsRetiring] = useState(false);
  const can = (instead: string) => owing.alternatives.some((one) => one.instead === instead);
  const consent = tasks.find(({ obligation, question }) => obligation === 'consent' && question !== null);
  const mayRetire = roles.includes('signatory');
  return (
    <Stack gap="xs" pt="xs">
      <Title order={3} size="h5">
        {t('instead.title')}
      </Title>
      <Group gap="sm">
        {can('ask-for-time') ? (
          <Button component={Link} to={paths.extension(developer.id)} variant="default" size="compact-md">
            {t('instead.notYet')}
          </Button>
        ) : (
          <Button variant="default" size="compact-md" data-disabled aria-disabled aria-describedby={`${reasonId}-time`}>
            {t('instead.notYet')}
          </Button>
        )}
        {consent && can('claim-exemption') && (
          <Button
            component={Link}
            to={paths.walkQuestion(developer.id, owing.app.id, 'consent', 'basis')}
            variant="default"
            size="compact-md"
          >
            {t('instead.exemption')}
          </Button>
        )}
        {mayRetire ? (
          <Button variant="default" size="compact-md" onClick={() => setIsRetiring(true)} aria-haspopup="dialog">
            {t('instead.retire')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="compact-md"
            data-disabled
            aria-disabled
            aria-describedby={`${reasonId}-retire`}
          >
            {t('instead.retire')}
          </Button>
        )}
      </Group>
      {!can('ask-for-time') && (
        <Text fz="sm" c="dimmed" id={`${reasonId}-time`}>
          {t('instead.noTime')}
        </Text>
      )}
      {!mayRetire && (
        <Text fz="sm" c="dimmed" id={`${reasonId}-retire`}>
          {t('instead.noRetire')}
        </Text>
      )}
      <Retirement developerId={developer.id} app={owing.app} isOpen={isRetiring} onClose={() => setIsRetiring(false)} />
    </Stack>
  );
}
