import { Stack, Table, Text, Title } from '@mantine/core';
import { listRequirements } from '../../../../../api/requirements';
import type { AnswerOf } from '../../../../client/asked';
import { useViews, wholeOf } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { Day, Moment } from '../../../../moment/moment';
import { StandingBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import { Sentence } from '../../../../words/words';
import { useReviewsWords } from '../../reviews/words';
import type { DeskDeveloper } from './developer-page';
import { useDeveloperWords } from './words';

type Owing = AnswerOf<typeof listRequirements>['items'][number];

/** Each app: where it stands, what it owes, and what happens if nobody acts. */
export function Apps({ developer }: { developer: DeskDeveloper }) {
  const t = useDeveloperWords();
  const [owings] = useViews(wholeOf(listRequirements, { params: { developerId: developer.id } }));
  return (
    <Stack component="section" aria-labelledby="apps" gap="xs">
      <Title order={2} size="h3" id="apps">
        {t('apps.title')}
      </Title>
      {owings.length === 0 && <Text c="dimmed">{t('apps.none')}</Text>}
      {owings.length > 0 && (
        <DataTable title={t('apps.title')} minWidth={760}>
          <HeadRow names={['app', 'standing', 'due', 'owes', 'next']} wordOf={(column) => t(`apps.${column}`)} />
          <Table.Tbody>
            {owings.map((owing) => (
              <Row key={owing.app.id} owing={owing} developer={developer} />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Stack>
  );
}

function Row({ owing, developer }: { owing: Owing; developer: DeskDeveloper }) {
  const t = useDeveloperWords();
  const reviewsWords = useReviewsWords();
  const stateWords = useStateWords();
  const { app, dueOn, restrictsNotBeforeAt, suspendsNotBeforeAt } = owing;
  const around = { now: developer.now, timeZone: developer.timeZone };
  const plan = developer.cycles.flatMap(({ plans }) => plans).find(({ appId }) => appId === app.id);
  const isAsked = owing.currentlyDue.length + owing.pastDue.length > 0;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600} fz="sm">
          {app.name}
        </Text>
        <Text fz="sm" c="dimmed">
          {reviewsWords(`product.${app.sdkProduct}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <StandingBadge standing={app.standing} />
        {plan?.clock === 'stopped' && <Text fz="xs">{t('apps.stopped')}</Text>}
        {plan?.clock === 'passed-provisionally' && <Text fz="xs">{t('apps.provisional')}</Text>}
      </Table.Td>
      <Table.Td>
        <Text fz="sm">{dueOn && <Day on={dueOn} {...around} isShort />}</Text>
      </Table.Td>
      <Table.Td>
        {saidOf(owing, t).map((line) => (
          <Text key={line} fz="sm">
            {line}
          </Text>
        ))}
        {isAsked && (
          <Text fz="xs" c="dimmed">
            {plan?.walkStep ? t('apps.step', { step: stateWords(`step.${plan.walkStep}`) }) : t('apps.notStarted')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {restrictsNotBeforeAt && (
          <Text fz="sm">
            <Sentence t={t} of="apps.restricts" elements={{ at: <Moment at={restrictsNotBeforeAt} {...around} /> }} />
          </Text>
        )}
        {suspendsNotBeforeAt && (
          <Text fz="sm">
            <Sentence t={t} of="apps.suspends" elements={{ at: <Moment at={suspendsNotBeforeAt} {...around} /> }} />
          </Text>
        )}
        {plan?.blockedBy && (
          <Text fz="sm" fw={600}>
            {t(`apps.blocked.${plan.blockedBy}`)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What an app owes, in lines; that it owes nothing is one too. */
function saidOf(owing: Owing, t: ReturnType<typeof useDeveloperWords>): string[] {
  const lines = [
    owing.pastDue.length > 0 && t('apps.past', { count: owing.pastDue.length }),
    owing.currentlyDue.length > 0 && t('apps.currently', { count: owing.currentlyDue.length }),
    owing.errors.length > 0 && t('apps.returned', { count: owing.errors.length }),
    owing.pendingReview.length > 0 && t('apps.pending', { count: owing.pendingReview.length }),
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [t('apps.owesNothing')];
}
