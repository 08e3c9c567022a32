import { Skeleton, Stack, Title } from '@mantine/core';
import { Suspense } from 'react';
import { getDeskToday } from '../../../../api/desk';
import { useView } from '../../../client/view';
import { useSearch } from '../../../desk/search';
import { StateFilter } from '../../../desk/state-filter';
import { Page } from '../../../shell/page';
import { WaitingSteps } from '../enforcement/waiting-steps';
import { Needs } from './needs';
import { Portfolio } from './portfolio';
import { Suspensions } from './suspensions';
import { useTodayWords } from './words';

/** What needs me today, then the portfolio. The daily digest mail is this page in words. */
export function Today() {
  const t = useTodayWords();
  const { get, set } = useSearch();
  const asked = (['mine', 'all'] as const).find((one) => one === get('whose'));
  const today = useView(getDeskToday, { query: { ...(asked && { scope: asked }) } });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <StateFilter
          label={t('scope.label')}
          value={today.scope}
          values={['mine', 'all']}
          wordOf={(scope) => t(`scope.${scope}`)}
          onChange={(scope) => set('whose', scope)}
        />
      }
    >
      <Stack component="section" aria-labelledby="needs" gap="md">
        <Title order={2} size="h3" id="needs">
          {t('needs.title')}
        </Title>
        <Suspense fallback={null}>
          <WaitingSteps isElsewhere />
        </Suspense>
        <Needs today={today} />
        <Suspensions suspensions={today.suspensions} />
      </Stack>
      <Suspense fallback={<Skeleton height={320} />}>
        <Portfolio scope={today.scope} />
      </Suspense>
    </Page>
  );
}
