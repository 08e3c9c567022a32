import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { revokeDelegation } from '../../../../../../api/delegations';
import { ActionButton } from '../../../../../action/action-button';
import { useRefusals } from '../../../../../action/refusals';
import { Day, Moment } from '../../../../../moment/moment';
import { Icon } from '../../../../../theme/icon';
import { Sentence } from '../../../../../words/words';
import type { DeveloperShown } from '../../actions';
import { Delegates } from './delegates';
import { Mandate } from './mandate';
import { RevokeDelegation } from './revoke-delegation';
import type { DelegationShown } from './shown';
import { useDelegationWords } from './words';

const looks = {
  'in-force': { color: 'good', icon: 'check' },
  ended: { color: 'gray', icon: 'clock' },
  revoked: { color: 'gray', icon: 'stop' },
} as const;

/** One agency: what it may do and until when, its mandate, its people. By wall time, as every access is. */
export function DelegationCard({ delegation, developer }: { delegation: DelegationShown; developer: DeveloperShown }) {
  const t = useDelegationWords();
  const { agencyName, state, scopes, endsOn, grantedAt, revocation } = delegation;
  const { timeZone } = developer;
  const isInForce = state === 'in-force';
  return (
    <Paper component="li" withBorder p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            {agencyName}
          </Title>
          <Badge
            variant="light"
            color={looks[state].color}
            size="lg"
            radius="sm"
            tt="none"
            leftSection={<Icon name={looks[state].icon} size={14} />}
          >
            {t(`state.${state}`)}
          </Badge>
        </Group>
        <Text fw={600}>
          <Sentence
            t={t}
            of="through"
            elements={{ day: <Day on={endsOn} timeZone={timeZone} isBare={!isInForce} /> }}
          />
        </Text>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="granted" elements={{ at: <Moment at={grantedAt} timeZone={timeZone} isBare /> }} />
        </Text>
        {revocation && (
          <Text fz="sm">
            <Sentence
              t={t}
              of="revokedWhy"
              values={{ reason: revocation.reason }}
              elements={{ at: <Moment at={revocation.at} timeZone={timeZone} isBare /> }}
            />
          </Text>
        )}
        <div>
          <Text fz="sm" fw={600}>
            {t('mayDo')}
          </Text>
          <List fz="sm" spacing={2}>
            {scopes.map((scope) => (
              <List.Item key={scope}>
                <strong>{t(`scope.${scope}`)}</strong>: {t(`scopeMeans.${scope}`)}
              </List.Item>
            ))}
          </List>
        </div>
        {(scopes.includes('sign') || delegation.mandate) && <Mandate delegation={delegation} developer={developer} />}
        <Delegates delegation={delegation} />
        {isInForce && <End delegation={delegation} />}
      </Stack>
    </Paper>
  );
}

function End({ delegation }: { delegation: DelegationShown }) {
  const t = useDelegationWords();
  const refusal = useRefusals(delegation.developerId)(revokeDelegation);
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <ActionButton
        variant="subtle"
        color="over"
        style={{ alignSelf: 'flex-start' }}
        refusal={refusal}
        label={t('revokeOf', { agency: delegation.agencyName })}
        onClick={() => setIsAsked(true)}
      >
        {t('revoke')}
      </ActionButton>
      <RevokeDelegation delegation={delegation} isOpen={isAsked} onClose={() => setIsAsked(false)} />
    </>
  );
}
