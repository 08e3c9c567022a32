import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { listImports } from '../../../../api/imports';
import { useList } from '../../../client/view';
import { More } from '../../../desk/more';
import { useStaffName } from '../../../desk/staff-names';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { Sentence } from '../../../words/words';
import { Columns } from './columns';
import { ImportStateBadge } from './state-badge';
import { Upload } from './upload';
import { useImportWords } from './words';

/** Where an import begins, and those there were. */
export function Imports() {
  const t = useImportWords();
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Stack gap="xl" maw={880}>
        <Upload />
        <Earlier />
        <Columns />
      </Stack>
    </Page>
  );
}

function Earlier() {
  const t = useImportWords();
  const nameOf = useStaffName();
  const { items, more, isAsking } = useList(listImports, { query: { limit: 10 } });
  return (
    <Stack component="section" gap="sm" aria-labelledby="earlier">
      <Title order={2} size="h3" id="earlier">
        {t('earlier')}
      </Title>
      {!items && <Skeleton height={120} />}
      {items?.length === 0 && (
        <EmptyState title={t('none')} icon="people" order={3}>
          {t('noneWhat')}
        </EmptyState>
      )}
      {items?.map(({ id, fileName, state, uploadedBy, uploadedAt, developers }) => (
        <Paper key={id} withBorder p="md" component="article">
          <Group justify="space-between">
            <Anchor component={Link} to={paths.deskImport(id)} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {fileName}
            </Anchor>
            <ImportStateBadge state={state} />
          </Group>
          <Text fz="sm">
            {t('brief', { created: developers.created, total: developers.total })}
            {developers.leftOut > 0 && ` · ${t('briefLeft', { leftOut: developers.leftOut })}`}
          </Text>
          <Text fz="sm" c="dimmed">
            <Sentence
              t={t}
              of="uploadedBy"
              values={{ who: nameOf(uploadedBy) }}
              elements={{ at: <Moment at={uploadedAt} /> }}
            />
          </Text>
        </Paper>
      ))}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}
