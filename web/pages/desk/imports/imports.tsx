import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { listImports } from '../../../../api/imports';
import { useList } from '../../../client/view';
import { More } from '../../../desk/more';
import { paths } from '../../../paths';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { Columns } from './columns';
import { ImportStateBadge } from './state-badge';
import { Upload } from './upload';
import { Uploaded } from './uploaded';
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
      {items?.map((found) => (
        <Paper key={found.id} withBorder p="md" component="article">
          <Group justify="space-between">
            <Anchor component={Link} to={paths.deskImport(found.id)} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {found.fileName}
            </Anchor>
            <ImportStateBadge state={found.state} />
          </Group>
          <Text fz="sm">
            {t('brief', { created: found.developers.created, total: found.developers.total })}
            {found.developers.leftOut > 0 && ` · ${t('briefLeft', { leftOut: found.developers.leftOut })}`}
          </Text>
          <Uploaded found={found} />
        </Paper>
      ))}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}
