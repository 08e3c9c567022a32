import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { downloadEvidencePack, downloadPopulation, downloadPopulationReport } from '../../../../../api/records';
import type { DeveloperId } from '../../../../../domain/ids';
import { addressOf } from '../../../../client/call';
import { DeveloperPicker } from '../../../../desk/developer-picker';
import { useRefusal } from '../../../../desk/refusal';
import { useSearch } from '../../../../desk/search';
import { DayInput } from '../../../../moment/day-input';
import { dayOf } from '../../../../moment/zoned';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useLanguage } from '../../../../words/words';
import { LegalNavigation } from '../legal-navigation';
import { useRecordWords } from './words';

/** What legal hands out: the population on a past day, and the evidence pack of a developer. For legal alone. */
export function Records() {
  const t = useRecordWords();
  const refusal = useRefusal()('readRecords');
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <LegalNavigation />
      {refusal === null ? (
        <Stack maw={760}>
          <Population />
          <EvidencePack />
        </Stack>
      ) : (
        <EmptyState title={refusal} icon="eye" />
      )}
    </Page>
  );
}

function Population() {
  const t = useRecordWords();
  const language = useLanguage();
  const { get, set } = useSearch();
  const [today] = useState(() => dayOf(Date.now()));
  const on = get('on') ?? today;
  return (
    <Part title={t('population.title')} what={t('population.what')}>
      <DayInput label={t('population.on')} value={on} onChange={(day) => set('on', day)} latest={today} />
      <Group>
        <Download href={addressOf(downloadPopulation, { query: { on, part: 'statements' } })}>
          {t('population.statements')}
        </Download>
        <Download href={addressOf(downloadPopulation, { query: { on, part: 'unattested' } })}>
          {t('population.unattested')}
        </Download>
        <Download href={addressOf(downloadPopulationReport, { query: { on, language } })}>
          {t('population.report')}
        </Download>
      </Group>
      <Text fz="sm" c="dimmed">
        {t('population.large')}
      </Text>
    </Part>
  );
}

function EvidencePack() {
  const t = useRecordWords();
  const [developerId, setDeveloperId] = useState<DeveloperId | null>(null);
  return (
    <Part title={t('pack.title')} what={t('pack.what')}>
      <DeveloperPicker
        label={t('pack.developer')}
        description={t('pack.choose')}
        value={developerId}
        onChange={setDeveloperId}
      />
      {developerId && (
        <Group>
          <Download href={addressOf(downloadEvidencePack, { params: { developerId } })}>{t('pack.download')}</Download>
        </Group>
      )}
    </Part>
  );
}

function Download({ href, children }: { href: string; children: string }) {
  return (
    <Button component="a" href={href} download variant="default">
      {children}
    </Button>
  );
}

function Part({ title, what, children }: { title: string; what: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <Text>{what}</Text>
        {children}
      </Stack>
    </Paper>
  );
}
