import { Alert, Button, FileButton, Group, List, Stack, Table, Text, Textarea } from '@mantine/core';
import { type PrivacySettingReading, readPrivacySetting } from '../../../../../../domain/checks/wechat-privacy-setting';
import { Icon, type IconName } from '../../../../../theme/icon';
import { useLanguage } from '../../../../../words/words';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';

/** What `getPrivacySetting` answered, pasted or from a file, and what it means: the same reading that the checks make of it. */
export function PrivacySettingInput({ value, onChange, ...props }: InputProps<'json'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const json = typeof value === 'string' ? value : '';
  return (
    <Stack gap="md">
      <Textarea
        {...frame}
        value={json}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={props.field.maxLength}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        placeholder={'{ "errcode": 0, … }'}
      />
      <Group>
        <FileButton
          accept="application/json,text/plain,.json,.txt"
          onChange={(file) => void file?.text().then(onChange)}
        >
          {(button) => (
            <Button {...button} variant="default">
              {t('setting.fromFile')}
            </Button>
          )}
        </FileButton>
      </Group>
      {json.trim() !== '' && <Reading reading={readPrivacySetting(json)} />}
    </Stack>
  );
}

const looks = {
  green: { color: 'good', icon: 'check' },
  amber: { color: 'near', icon: 'eye' },
  red: { color: 'over', icon: 'warning' },
} as const satisfies Record<PrivacySettingReading['outcome'], { color: string; icon: IconName }>;

function Reading({ reading }: { reading: PrivacySettingReading }) {
  const t = useWalkWords();
  const language = useLanguage();
  const { color, icon } = looks[reading.outcome];
  return (
    <Stack gap="sm" component="output">
      <Alert
        color={color}
        icon={<Icon name={icon} />}
        title={t(`setting.${reading.isReadable ? reading.ownEntry : 'unreadable'}`)}
      >
        {reading.explanation[language]}
      </Alert>
      {reading.declared.length > 0 && (
        <Table captionSide="top" layout="fixed">
          <Table.Caption ta="start">{t('setting.declared')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('setting.information')}</Table.Th>
              <Table.Th>{t('setting.purpose')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reading.declared.map(({ key, purpose }) => (
              <Table.Tr key={key}>
                <Table.Td>{key}</Table.Td>
                <Table.Td>{purpose ?? t('setting.noPurpose')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {reading.undeclared.length > 0 && <Names title={t('setting.undeclared')} names={reading.undeclared} />}
      {reading.sdks.length > 0 && (
        <Names
          title={t('setting.sdks')}
          names={reading.sdks.map(({ name, provider }) => [name, provider].filter((part) => part !== null).join(' · '))}
        />
      )}
    </Stack>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div>
      <Text fw={600} fz="sm">
        {title}
      </Text>
      <List>
        {names.map((name) => (
          <List.Item key={name}>{name}</List.Item>
        ))}
      </List>
    </div>
  );
}
