import { Accordion, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useProductWords } from '../../../../product/words';
import { StandingBadge } from '../../../../standing/badge';
import type { DeveloperShown } from '../actions';
import { IssueKey } from './issue-key';
import { KeyCard } from './key-card';
import { type AppShown, isInUse, type KeyShown } from './shown';
import { WhyNot } from './why-not';
import { useKeyWords } from './words';

/** One app with its keys; what does not work is explained above them. */
export function AppKeys({
  app,
  keys,
  developer,
}: {
  app: AppShown;
  keys: readonly KeyShown[];
  developer: DeveloperShown;
}) {
  const t = useKeyWords();
  const products = useProductWords();
  const inUse = keys.filter(isInUse);
  const ended = keys.filter((key) => !isInUse(key));
  const isRetired = app.retiredAt !== null;
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" id={app.id} aria-labelledby={`name-${app.id}`}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} size="h3" id={`name-${app.id}`}>
              {app.name}
            </Title>
            <Text fz="sm" c="dimmed">
              {t('product', { product: products(`name.${app.sdkProduct}`) })}
            </Text>
          </div>
          {isRetired ? (
            <Badge variant="light" color="gray" size="lg" radius="sm" tt="none">
              {t('retired')}
            </Badge>
          ) : (
            <StandingBadge standing={app.standing} />
          )}
        </Group>
        {!isRetired && <WhyNot app={app} developer={developer} />}
        {inUse.length === 0 && !isRetired && (
          <div>
            <Text fw={600}>{t('none.title')}</Text>
            <Text c="dimmed">{t(app.standing === 'onboarding' ? 'none.test' : 'none.live')}</Text>
          </div>
        )}
        {inUse.length > 0 && (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {inUse.map((key) => (
              <KeyCard key={key.id} sdkKey={key} keys={keys} app={app} developer={developer} />
            ))}
          </Stack>
        )}
        {!isRetired && <IssueKey app={app} />}
        {ended.length > 0 && (
          <Accordion variant="contained" order={3}>
            <Accordion.Item value="ended">
              <Accordion.Control>{t('ended.keys', { count: ended.length })}</Accordion.Control>
              <Accordion.Panel>
                <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
                  {ended.map((key) => (
                    <KeyCard key={key.id} sdkKey={key} keys={keys} app={app} developer={developer} />
                  ))}
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
        )}
      </Stack>
    </Paper>
  );
}
