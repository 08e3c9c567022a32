import { Alert, Button, Checkbox, Code, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { Copy } from '../../../../dialog/copy';
import { Icon } from '../../../../theme/icon';
import { useKeyWords } from './words';

/** A key's text, this once. It goes away only by saying that it is stored. */
export function Secret({ secret, isSuspended, onDone }: { secret: string; isSuspended: boolean; onDone: () => void }) {
  const t = useKeyWords();
  const [isStored, setIsStored] = useState(false);
  return (
    <>
      <Alert color="near" icon={<Icon name="warning" />}>
        {t('secret.once')}
      </Alert>
      {isSuspended && <Alert color="over">{t('secret.suspended')}</Alert>}
      <Paper withBorder p="md">
        <Text fz="sm" c="dimmed" mb={4}>
          {t('secret.label')}
        </Text>
        <Code block fz="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} mb="sm">
          {secret}
        </Code>
        <Copy text={secret} of={t('secret.label')} />
      </Paper>
      <Text fz="sm">{t('secret.where')}</Text>
      <Checkbox
        label={t('secret.stored')}
        checked={isStored}
        onChange={(event) => setIsStored(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isStored} onClick={onDone}>
          {t('secret.done')}
        </Button>
      </Group>
    </>
  );
}
