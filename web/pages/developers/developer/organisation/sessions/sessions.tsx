import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getDeveloper } from '../../../../../../api/developers';
import { listSessions, revokeSession } from '../../../../../../api/sessions';
import { ActionButton } from '../../../../../action/action-button';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { useViews, viewOf } from '../../../../../client/view';
import { Moment } from '../../../../../moment/moment';
import { instantText } from '../../../../../moment/zoned';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice } from '../../../../../problem/problem-notice';
import { useDeveloperId, useSession } from '../../../../../shell/session';
import { Sentence, useLanguage } from '../../../../../words/words';
import { OrganisationPage } from '../organisation-page';
import { useSessionWords } from './words';

type Session = AnswerOf<typeof listSessions>['items'][number];

/** Where the person who looks is signed in; by wall time, as sessions are. */
export function Sessions() {
  const t = useSessionWords();
  const developerId = useDeveloperId();
  const { person } = useSession();
  const [developer, { items }] = useViews(viewOf(getDeveloper, { params: { developerId } }), viewOf(listSessions, {}));
  return (
    <OrganisationPage title={t('title')} lead={t('lead', { name: person.name })} developer={developer}>
      <Text>{t('unknown')}</Text>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
      </Stack>
    </OrganisationPage>
  );
}

function SessionCard({ session }: { session: Session }) {
  const t = useSessionWords();
  const language = useLanguage();
  const ending = useCommand(revokeSession, { onSuccess: () => tell(t('done')) });
  const { id, isCurrent, createdAt, lastUsedAt, expiresAt } = session;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Title order={2} size="h4">
              <DeviceName session={session} />
            </Title>
            {isCurrent && (
              <Badge variant="light" color="good" tt="none" size="lg" radius="sm">
                {t('current')}
              </Badge>
            )}
          </Group>
          <Text fz="sm">
            <Sentence t={t} of="used" elements={{ at: <Moment at={lastUsedAt} /> }} />
          </Text>
          <Text fz="sm" c="dimmed">
            <Sentence t={t} of="began" elements={{ at: <Moment at={createdAt} /> }} />
            {' · '}
            <Sentence t={t} of="ends" elements={{ at: <Moment at={expiresAt} isBare /> }} />
          </Text>
          <ProblemNotice problem={ending.error} />
        </Stack>
        <ActionButton
          variant="default"
          refusal={isCurrent ? t('currentEnd') : null}
          label={t('endNamed', { began: instantText(createdAt, language) })}
          loading={ending.isPending}
          onClick={() => ending.mutate({ params: { sessionId: id } })}
        >
          {t('end')}
        </ActionButton>
      </Group>
    </Paper>
  );
}

/** By what it was begun: names of browsers and systems are the same in every language. */
function DeviceName({ session: { client, browser, operatingSystem } }: { session: Session }) {
  const t = useSessionWords();
  if (browser && operatingSystem) return t('on', { browser, system: operatingSystem });
  return browser ?? operatingSystem ?? t(client);
}
