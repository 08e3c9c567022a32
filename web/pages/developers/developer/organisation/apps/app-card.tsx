import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type listApps, renameApp, retireApp } from '../../../../../../api/apps';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import type { AnswerOf } from '../../../../../client/asked';
import { Day, Moment } from '../../../../../moment/moment';
import { paths } from '../../../../../paths';
import { useProductWords } from '../../../../../product/words';
import { StandingBadge } from '../../../../../standing/badge';
import { Sentence } from '../../../../../words/words';
import type { DeveloperShown } from '../../actions';
import { RenameApp } from './rename-app';
import { RetireApp } from './retire-app';
import { useAppWords } from './words';

export type AppShown = AnswerOf<typeof listApps>['items'][number];

/** One app: its product, where it stands, and what can be changed. */
export function AppCard({ app, developer }: { app: AppShown; developer: DeveloperShown }) {
  const t = useAppWords();
  const products = useProductWords();
  const { name, sdkProduct, standing, registeredAt, coveredThroughOn, retiredAt } = app;
  const around = { now: developer.now, timeZone: developer.timeZone };
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {name}
          </Title>
          {retiredAt ? (
            <Badge variant="light" color="gray" size="lg" radius="sm" tt="none">
              {t('retired')}
            </Badge>
          ) : (
            <StandingBadge standing={standing} />
          )}
        </Group>
        <Text>{products(`name.${sdkProduct}`)}</Text>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="registered" elements={{ at: <Moment at={registeredAt} {...around} isBare /> }} />
          {retiredAt && (
            <>
              {' · '}
              <Sentence t={t} of="retiredAt" elements={{ at: <Moment at={retiredAt} {...around} isBare /> }} />
            </>
          )}
          {!retiredAt && coveredThroughOn && (
            <>
              {' · '}
              <Sentence
                t={t}
                of="covered"
                elements={{ day: <Day on={coveredThroughOn} {...around} isBare isShort /> }}
              />
            </>
          )}
        </Text>
        <Actions app={app} developer={developer} />
      </Stack>
    </Paper>
  );
}

function Actions({ app, developer }: { app: AppShown; developer: DeveloperShown }) {
  const t = useAppWords();
  const refusalOf = useRefusals(developer.id);
  const [asked, setAsked] = useState<'rename' | 'retire' | null>(null);
  const { id, name, retiredAt } = app;
  const close = () => setAsked(null);
  const mayRename = refusalOf(renameApp);
  return (
    <>
      <Group gap="lg">
        <Anchor component={Link} to={paths.appKeys(developer.id, id)} aria-label={t('keysOf', { name })}>
          {t('keys')}
        </Anchor>
        {!retiredAt && (
          <Anchor component={Link} to={`${paths.status(developer.id)}?app=${id}`} aria-label={t('statusOf', { name })}>
            {t('status')}
          </Anchor>
        )}
      </Group>
      {!retiredAt && (
        <Group align="flex-start" mt={4}>
          <ActionButton
            variant="default"
            refusal={mayRename}
            label={t('renameNamed', { name })}
            onClick={() => setAsked('rename')}
          >
            {t('rename')}
          </ActionButton>
          {mayRename === null && (
            <ActionButton
              variant="subtle"
              color="over"
              refusal={refusalOf(retireApp)}
              label={t('retireNamed', { name })}
              onClick={() => setAsked('retire')}
            >
              {t('retire')}
            </ActionButton>
          )}
        </Group>
      )}
      <RenameApp app={app} isOpen={asked === 'rename'} onClose={close} />
      <RetireApp app={app} isOpen={asked === 'retire'} onClose={close} />
    </>
  );
}
