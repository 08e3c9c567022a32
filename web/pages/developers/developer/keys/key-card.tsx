import { Badge, Code, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { revokeKey, rollKey } from '../../../../../api/keys';
import { ActionButton } from '../../../../action/action-button';
import { useRefusals } from '../../../../action/refusals';
import { Moment } from '../../../../moment/moment';
import { KeyBadge } from '../../../../standing/badge';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { RevokeKey } from './revoke-key';
import { RollKey } from './roll-key';
import { type AppShown, isInUse, type KeyShown } from './shown';
import { useKeyWords } from './words';

/** One key: what it is known by, how it stands, when it was used, and what its holder can do with it. */
export function KeyCard({
  sdkKey,
  keys,
  app,
  developer,
}: {
  sdkKey: KeyShown;
  /** All keys of the app. */
  keys: readonly KeyShown[];
  app: AppShown;
  developer: DeveloperShown;
}) {
  const t = useKeyWords();
  const { name, environment, prefix, lastFour, state, issuedAt, lastUsedAt } = sdkKey;
  const { now, timeZone } = developer;
  return (
    <Paper component="li" withBorder p="md" bg="gray.0">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">
            {name}
          </Title>
          <Group gap="xs">
            <Badge
              variant="outline"
              color={environment === 'live' ? 'harbour' : 'gray.7'}
              size="lg"
              radius="sm"
              tt="none"
            >
              {t(`key.${environment}`)}
            </Badge>
            <KeyBadge state={state} />
          </Group>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          <Fact label={t('key.text')}>
            <Code fz="sm" aria-label={t('key.begins', { prefix, lastFour })}>
              {prefix}…{lastFour}
            </Code>
          </Fact>
          <Fact label={t('key.issued')}>
            <Moment at={issuedAt} now={now} timeZone={timeZone} />
          </Fact>
          <Fact label={t('key.used')}>
            {lastUsedAt ? (
              <Sentence t={t} of="key.usedAt" elements={{ at: <Moment at={lastUsedAt} timeZone={timeZone} /> }} />
            ) : (
              t('key.never')
            )}
          </Fact>
        </SimpleGrid>
        <Replaced sdkKey={sdkKey} keys={keys} developer={developer} />
        {isInUse(sdkKey) && <Actions sdkKey={sdkKey} app={app} developer={developer} />}
      </Stack>
    </Paper>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text fz="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="sm" component="div">
        {children}
      </Text>
    </div>
  );
}

function Replaced({
  sdkKey: { expiresAt, replacedBy, state },
  keys,
  developer: { now, timeZone },
}: {
  sdkKey: KeyShown;
  keys: readonly KeyShown[];
  developer: DeveloperShown;
}) {
  const t = useKeyWords();
  if (replacedBy === null) return null;
  const successor = keys.find(({ id }) => id === replacedBy);
  const isOver = state === 'revoked' || state === 'expired';
  return (
    <Text fz="sm">
      {expiresAt && !isOver && (
        <Sentence
          t={t}
          of={state === 'suspended' ? 'key.suspendedEndsAt' : 'key.endsAt'}
          elements={{ at: <Moment at={expiresAt} now={now} timeZone={timeZone} /> }}
        />
      )}{' '}
      {successor && t('key.replaced', { lastFour: successor.lastFour })}
    </Text>
  );
}

function Actions({ sdkKey, app, developer }: { sdkKey: KeyShown; app: AppShown; developer: DeveloperShown }) {
  const t = useKeyWords();
  const refusalOf = useRefusals(developer.id);
  const [asked, setAsked] = useState<'roll' | 'revoke' | null>(null);
  const { name, replacedBy } = sdkKey;
  const mayRoll = refusalOf(rollKey);
  const mayRevoke = refusalOf(revokeKey);
  // The same reason twice would only be in the way.
  return (
    <Group align="flex-start">
      <ActionButton
        variant="default"
        refusal={mayRoll ?? (replacedBy === null ? null : t('key.rolled'))}
        label={t('key.rollNamed', { name })}
        onClick={() => setAsked('roll')}
      >
        {t('key.roll')}
      </ActionButton>
      {mayRoll === null && (
        <ActionButton
          variant="subtle"
          color="over"
          refusal={mayRevoke}
          label={t('key.revokeNamed', { name })}
          onClick={() => setAsked('revoke')}
        >
          {t('key.revoke')}
        </ActionButton>
      )}
      <RollKey
        sdkKey={sdkKey}
        app={app}
        developer={developer}
        isOpen={asked === 'roll'}
        onClose={() => setAsked(null)}
      />
      <RevokeKey
        sdkKey={sdkKey}
        developerId={developer.id}
        isOpen={asked === 'revoke'}
        onClose={() => setAsked(null)}
      />
    </Group>
  );
}
