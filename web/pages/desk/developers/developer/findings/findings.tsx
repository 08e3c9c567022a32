import { Skeleton, Stack, Text } from '@mantine/core';
import { listFindings } from '../../../../../../api/findings';
import { useList } from '../../../../../client/view';
import { More } from '../../../../../desk/more';
import { EmptyState } from '../../../../../shell/empty-state';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { OneFinding } from './one-finding';
import { Raising } from './raising';
import { useDeskFindingWords } from './words';

/** Findings about a developer's apps: raise one, decide on an answer, take one back. */
export function DeskFindings() {
  const t = useDeskFindingWords();
  const developer = useDeskDeveloper();
  const { items, more, isAsking } = useList(listFindings, { params: { developerId: developer.id } });
  return (
    <DeveloperPage developer={developer} part="findings">
      <Text c="dimmed">{t('lead')}</Text>
      <Raising developer={developer} />
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && <EmptyState title={t('none')} />}
      <Stack maw={880}>
        {items?.map((finding) => (
          <OneFinding key={finding.id} finding={finding} developer={developer} />
        ))}
      </Stack>
      <More more={more} isAsking={isAsking} />
    </DeveloperPage>
  );
}
