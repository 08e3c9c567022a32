import { Anchor, Box, Code, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core';
import { Copy } from '../../../../dialog/copy';
import { sampleOf, samples } from './sample-calls';
import { useKeyWords } from './words';

/** The verify call in four ways, ready to paste. */
export function Samples() {
  const t = useKeyWords();
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="samples">
      <Stack gap="sm">
        <Title order={2} size="h3" id="samples">
          {t('samples.title')}
        </Title>
        <Text maw="75ch">{t('samples.what')}</Text>
        <Tabs defaultValue="curl" keepMounted={false}>
          <Tabs.List aria-label={t('samples.tabs')}>
            {samples.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`samples.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {samples.map((name) => (
            <Tabs.Panel key={name} value={name} pt="sm">
              <Sample text={sampleOf(name, window.location.origin)} of={t(`samples.${name}`)} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <Text fz="sm">{t('samples.answer')}</Text>
        <Anchor href="/docs" fz="sm">
          {t('samples.docs')}
        </Anchor>
      </Stack>
    </Paper>
  );
}

function Sample({ text, of }: { text: string; of: string }) {
  return (
    <Stack gap="xs">
      <Box style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={of}>
        <Code block fz="sm" lang="en" style={{ overflow: 'visible', width: 'max-content', minWidth: '100%' }}>
          {text}
        </Code>
      </Box>
      <Group>
        <Copy text={text} of={of} />
      </Group>
    </Stack>
  );
}
