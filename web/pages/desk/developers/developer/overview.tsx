import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import { getForecast } from '../../../../../api/forecast';
import { useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import { Forecast } from '../../../developers/developer/status/forecast';
import { Apps } from './apps';
import { Contacts } from './contacts';
import { type DeskDeveloper, DeveloperPage, useDeskDeveloper } from './developer-page';
import { Keys } from './keys';
import { useDeveloperWords } from './words';

/** A developer at a glance: its apps, what comes by itself, its keys and its people. */
export function Overview() {
  const t = useDeveloperWords();
  const developer = useDeskDeveloper();
  const { nextStep, now, timeZone, workflowUrl } = developer;
  return (
    <DeveloperPage developer={developer}>
      <Text>
        {nextStep ? (
          <Sentence
            t={t}
            of="next"
            values={{ what: t(`procedure.${nextStep.what}`) }}
            elements={{ at: <Moment at={nextStep.at} now={now} timeZone={timeZone} /> }}
          />
        ) : (
          t('nextNothing')
        )}
        {workflowUrl && (
          <>
            {' '}
            <Anchor href={workflowUrl} target="_blank" rel="noreferrer" underline="always">
              {t('workflow')}
            </Anchor>
          </>
        )}
      </Text>
      <Apps developer={developer} />
      <Suspense fallback={<Skeleton height={240} />}>
        <Stack>
          <Keys developer={developer} />
          <Contacts developer={developer} />
          <Ahead developer={developer} />
        </Stack>
      </Suspense>
    </DeveloperPage>
  );
}

function Ahead({ developer }: { developer: DeskDeveloper }) {
  const { items } = useView(getForecast, { params: { developerId: developer.id }, query: {} });
  return <Forecast items={items} developer={developer} />;
}
