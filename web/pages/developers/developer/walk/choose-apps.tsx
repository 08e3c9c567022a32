import { Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DeveloperId } from '../../../../../domain/ids';
import { paths } from '../../../../paths';
import type { AppOwing } from '../actions';
import { outstandingOf } from './asked';
import { firstQuestion } from './tasks';
import { useWalkWords } from './words';

/** Which apps are answered together: the first is answered, the others are given its answers step by step. */
export function ChooseApps({ developerId, items }: { developerId: DeveloperId; items: readonly AppOwing[] }) {
  const t = useWalkWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string[]>([]);
  const [isTried, setIsTried] = useState(false);

  function start(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    const apps = items.map(({ app }) => app.id).filter((id) => chosen.includes(id));
    const lead = items.find(({ app }) => app.id === apps[0]);
    const [first] = lead ? outstandingOf(lead) : [];
    if (apps.length < 2 || !lead?.catalogueVersion || !first) return;
    const question = firstQuestion(lead.catalogueVersion, first.obligation, lead);
    void navigate(paths.walkQuestion(developerId, lead.app.id, first.obligation, question, { apps }));
  }

  return (
    <Paper withBorder p="lg" component="form" onSubmit={start} noValidate>
      <Stack gap="sm">
        <Checkbox.Group
          label={t('choose.title')}
          description={t('choose.what')}
          value={chosen}
          onChange={setChosen}
          error={isTried && chosen.length < 2 ? t('choose.two') : undefined}
        >
          <Stack gap="xs" mt="xs">
            {items.map(({ app }) => (
              <Checkbox key={app.id} value={app.id} label={app.name} size="md" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text fz="sm" c="dimmed">
          {t('choose.each')}
        </Text>
        <Group>
          <Button type="submit" variant="default">
            {t('choose.go')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
