import { Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { listMailPreviews } from '../../../../../api/mails';
import type { Language } from '../../../../../domain/lifecycle/state';
import type { AnswerOf } from '../../../../client/asked';
import { useViews, viewOf } from '../../../../client/view';
import { useSearch } from '../../../../desk/search';
import { Page } from '../../../../shell/page';
import { useListing } from '../../../../words/words';
import { PeopleNavigation } from '../people-navigation';
import { useMailWords } from './words';

type Mail = AnswerOf<typeof listMailPreviews>['items'][number];

/** One mail of all there are, in both languages side by side. */
export function Mails() {
  const t = useMailWords();
  const { get, set } = useSearch();
  const [english, chinese] = useViews(
    viewOf(listMailPreviews, { query: { language: 'en' } }),
    viewOf(listMailPreviews, { query: { language: 'zh-CN' } }),
  );
  const mail = english.items.find(({ name }) => name === get('mail')) ?? english.items[0];
  const translated = chinese.items.find(({ name }) => name === mail?.name);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <PeopleNavigation />
      <Select
        label={t('choose')}
        data={english.items.map(({ name, subject }) => ({ value: name, label: `${name}: ${subject}` }))}
        value={mail?.name ?? null}
        onChange={(name) => set('mail', name)}
        allowDeselect={false}
        searchable
        maw={640}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {mail && <Sent mail={mail} language="en" />}
        {translated && <Sent mail={translated} language="zh-CN" />}
      </SimpleGrid>
    </Page>
  );
}

function Sent({ mail, language }: { mail: Mail; language: Language }) {
  const t = useMailWords();
  const listing = useListing();
  return (
    <Paper withBorder p="lg" component="article" miw={0}>
      <Stack gap="xs">
        <Text fz="sm" c="dimmed">
          {t(language === 'en' ? 'english' : 'chinese')}
        </Text>
        <Title order={2} size="h4" lang={language}>
          {mail.subject}
        </Title>
        <Text component="div" fz="sm" lang={language} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {mail.text}
        </Text>
        {mail.attachments.length > 0 && (
          <Text fz="sm" c="dimmed">
            {t('attached', { names: listing(mail.attachments) })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
