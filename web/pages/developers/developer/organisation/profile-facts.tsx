import { Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Copy } from '../../../../dialog/copy';
import { Day, Moment } from '../../../../moment/moment';
import type { DeveloperShown } from '../actions';
import { useOrganisationWords } from './words';

/** What is on record about the organisation and nobody changes by hand. */
export function ProfileFacts({ developer }: { developer: DeveloperShown }) {
  const t = useOrganisationWords();
  const { id, enrolledAt, anchorOn, offboardedAt, now, timeZone } = developer;
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby="facts">
      <Stack gap="sm">
        <Title order={2} size="h3" id="facts">
          {t('facts.title')}
        </Title>
        <Fact label={t('facts.id')}>
          <Group gap="xs">
            <Code>{id}</Code>
            <Copy text={id} of={t('facts.id')} />
          </Group>
        </Fact>
        <Fact label={t('facts.enrolledAt')}>
          <Moment at={enrolledAt} now={now} timeZone={timeZone} />
        </Fact>
        <Fact label={t('facts.anchorOn')}>{anchorOn ? <Day on={anchorOn} isBare /> : t('facts.noAnchor')}</Fact>
        {offboardedAt && (
          <Fact label={t('facts.offboardedAt')}>
            <Moment at={offboardedAt} now={now} timeZone={timeZone} />
          </Fact>
        )}
      </Stack>
    </Paper>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text fz="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </div>
  );
}
