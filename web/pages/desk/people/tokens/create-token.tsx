import { Alert, Button, Checkbox, Code, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { createToken } from '../../../../../api/tokens';
import { type TokenScope, tokenScopes } from '../../../../../domain/permissions';
import { useCommand } from '../../../../client/command';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { Copy } from '../../../../dialog/copy';
import { Dialog } from '../../../../dialog/dialog';
import { DayInput } from '../../../../moment/day-input';
import { dayOf } from '../../../../moment/zoned';
import { Icon } from '../../../../theme/icon';
import { useTokenWords } from './words';

/** A colon divides the names of words. */
const scopeWords = {
  verify: 'verify',
  'developers:read': 'developers-read',
  'developers:write': 'developers-write',
  'mail-events:write': 'mail-events-write',
} as const satisfies Record<TokenScope, string>;

/** A new token: what it may do, then its text, this once. */
export function CreateToken() {
  const t = useTokenWords();
  const [today] = useState(() => dayOf(Date.now()));
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<TokenScope[]>([]);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const creating = useCommand(createToken, {
    onSuccess: ({ token }) => {
      setMade(token);
      setName('');
      setScopes([]);
      setLastDay(null);
      setIsTried(false);
    },
  });

  function given() {
    setIsTried(true);
    if (name.trim() === '' || scopes.length === 0) return null;
    // To the end of the day, where who creates it is.
    const expiresAt = lastDay === null ? null : new Date(`${lastDay}T23:59:59`).toISOString();
    return { body: { name: name.trim(), scopes, expiresAt } };
  }
  return (
    <>
      <ReasonedAct act="createToken" label={t('create')} what={t('createWhat')} command={creating} given={given}>
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isTried && name.trim() === '' && t('nameMissing')}
          maxLength={80}
          required
          data-autofocus
        />
        <Checkbox.Group
          label={t('scopes')}
          value={scopes}
          onChange={setScopes}
          error={isTried && scopes.length === 0 && t('scopesMissing')}
          required
        >
          <Stack gap="xs" my="xs">
            {tokenScopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scopeWords[scope]}`)} description={scope} />
            ))}
          </Stack>
        </Checkbox.Group>
        <DayInput
          label={t('expires')}
          description={t('expiresHelp')}
          value={lastDay}
          onChange={setLastDay}
          earliest={today}
          clearable
        />
      </ReasonedAct>
      <Dialog title={t('made.title')} isOpen={made !== null} onClose={() => setMade(null)} isBinding>
        {made !== null && <Made token={made} onDone={() => setMade(null)} />}
      </Dialog>
    </>
  );
}

function Made({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useTokenWords();
  const [isStored, setIsStored] = useState(false);
  return (
    <>
      <Alert color="near" icon={<Icon name="warning" />}>
        {t('made.once')}
      </Alert>
      <Paper withBorder p="md">
        <Text fz="sm" c="dimmed" mb={4}>
          {t('made.label')}
        </Text>
        <Code block fz="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} mb="sm">
          {token}
        </Code>
        <Copy text={token} of={t('made.label')} />
      </Paper>
      <Checkbox
        label={t('made.stored')}
        checked={isStored}
        onChange={(event) => setIsStored(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isStored} onClick={onDone}>
          {t('made.done')}
        </Button>
      </Group>
    </>
  );
}
