import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { getImport, startImport, stopImport } from '../../../../api/imports';
import type { ImportId } from '../../../../domain/ids';
import { useCommand } from '../../../client/command';
import { useView } from '../../../client/view';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { useRefusal } from '../../../desk/refusal';
import { paths } from '../../../paths';
import { Page } from '../../../shell/page';
import { ImportDays } from './days';
import { Outcomes } from './outcomes';
import { Problems } from './problems';
import { ImportProgress } from './progress';
import { Refused } from './refused';
import { type Import, ImportStateBadge } from './state-badge';
import { Uploaded } from './uploaded';
import { useImportWords } from './words';

/** One import: what it would do, how far it is, and what became of it. */
export function ImportPage() {
  const t = useImportWords();
  const params = { importId: useParams().importId as ImportId };
  // What it imports is seen like any decision; that it has ended is none.
  const found = useView(getImport, { params }, { refetchInterval: ({ state }) => state === 'running' && 2_000 });
  const [spreadOver, setSpreadOver] = useState<string | null>();
  const { fileName, state, developers, rows } = found;
  return (
    <Page title={fileName} width="wide">
      <Anchor component={Link} to={paths.deskImports()}>
        {t('one.back')}
      </Anchor>
      <Group>
        <ImportStateBadge state={state} />
        <Uploaded found={found} />
      </Group>
      <Stack gap="xl" maw={1080}>
        <Steps found={found} spreadOver={spreadOver} />
        {found.startedAt !== null && <ImportProgress found={found} />}
        <Outcomes found={found} />
        {developers.waiting > 0 && state !== 'running' && (
          <ImportDays found={found} spreadOver={spreadOver} onSpread={setSpreadOver} />
        )}
        {developers.failed > 0 && <Refused importId={found.id} />}
        {(rows.withProblems > 0 || found.startedAt === null) && <Problems found={found} />}
      </Stack>
    </Page>
  );
}

function Steps({ found, spreadOver }: { found: Import; spreadOver: string | null | undefined }) {
  const t = useImportWords();
  const { id: importId, state, developers, perSecond } = found;
  const params = { importId };
  const mayChooseTiers = useRefusal()('assignTier') === null;
  const starting = useCommand(startImport);
  const stopping = useCommand(stopImport);
  if (state === 'completed' || (state === 'running' && developers.waiting === 0)) return null;
  if (developers.waiting === 0) return <Text fw={600}>{t('one.nothing')}</Text>;
  const { waiting: count } = developers;
  return (
    <Group align="flex-start">
      {state === 'running' ? (
        <ReasonedAct
          act="stopImport"
          label={t('one.stop')}
          what={t('one.stopWhat')}
          command={stopping}
          given={() => ({ params })}
          variant="default"
        />
      ) : (
        <ReasonedAct
          act="startImport"
          label={state === 'stopped' ? t('one.goOn') : t('one.start', { count })}
          what={state === 'stopped' ? t('one.goOnWhat') : t('one.startWhat', { count, perSecond })}
          command={starting}
          given={() => ({ params, body: { ...(typeof spreadOver === 'string' && { spreadOver }) } })}
          refusal={
            found.namesTiers && !mayChooseTiers
              ? t('one.namesTiers')
              : spreadOver === null
                ? t('days.windowFirst')
                : null
          }
        />
      )}
    </Group>
  );
}
