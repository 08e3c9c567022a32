import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { statementText } from '../../../../../domain/catalogue';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { Icon } from '../../../../theme/icon';
import { useLanguage } from '../../../../words/words';
import { AnswerList } from './answer-list';
import { type AskedHere, useAskedHere, useDraft, useEntry } from './asked';
import { useAlong } from './chosen';
import { Conflicts } from './draft/conflicts';
import { isSame } from './draft/merge';
import { SaveState } from './draft/save-state';
import { wayAfter } from './next-step';
import { NothingAsked } from './nothing-asked';
import { entryOf, faultsOf, questionsAsked } from './questions';
import { ReturnedNotice } from './returned-notice';
import { useWalkWords } from './words';

/** One obligation of one app: what is stated, what was answered to it, and what came back. */
export function Step() {
  const here = useAskedHere();
  return here ? <AskedStep key={here.asked.requirementId} around={here} /> : <NothingAsked />;
}

function AskedStep({ around }: { around: AskedHere }) {
  const t = useWalkWords();
  const language = useLanguage();
  const along = useAlong();
  const here = useDraft(around.asked);
  const { developer, owing } = around;
  const { asked, draft, answers, known, keeper } = here;
  const { appId, obligation, product, version } = asked;
  const entry = entryOf(asked);
  useEntry(developer.id, [appId], obligation);
  if (!draft.isOpen) return <NothingAsked />;
  const { returned } = draft;
  const isUntouched = Object.keys(answers).length === 0;
  const fields = questionsAsked(entry, known);
  const wayTo = (slug: string) =>
    paths.walkQuestion(developer.id, appId, obligation, slug, { apps: along.apps, back: 'step' });

  async function startFromReturned() {
    for (const [slug, value] of Object.entries(returned?.answers ?? {})) keeper.change(slug, value);
    await keeper.flush();
  }

  return (
    <Page title={entry.obligation.title[language]} lead={owing.app.name}>
      {returned && <ReturnedNotice title={t('returned.title')} code={returned.reasonCode} reason={returned.reason} />}
      <Conflicts here={here} fields={entry.fields} />
      <Paper p="md" bg="harbour.0">
        <Text fz="sm" fw={600}>
          {t('step.youState', {
            count: entry.obligation.clauses.length,
            clauses: entry.obligation.clauses.join(t('answer.and')),
          })}
        </Text>
        <Text>{statementText(obligation, product, language, version, answers)}</Text>
      </Paper>
      {returned && isUntouched && (
        <Stack gap="xs">
          <Text>{t('returned.start')}</Text>
          <Group>
            <Button onClick={() => void startFromReturned()}>{t('returned.startGo')}</Button>
          </Group>
        </Stack>
      )}
      {returned && !isUntouched && isSame(answers, returned.answers) && (
        <Alert color="near" icon={<Icon name="pencil" />}>
          {t('returned.unchanged')}
        </Alert>
      )}
      <AnswerList
        fields={fields}
        answers={answers}
        faults={isUntouched ? [] : faultsOf(asked, answers, draft.otherAnswers, language)}
        asked={asked}
        wayTo={wayTo}
      />
      <SaveState state={here.state} />
      <Group>
        <Button
          component={Link}
          to={
            along.apps.length > 1
              ? paths.walkOtherApps(developer.id, appId, obligation, along)
              : wayAfter(developer.id, owing, obligation, along)
          }
        >
          {t('question.next')}
        </Button>
        <Anchor component={Link} to={paths.walk(developer.id)}>
          {t('nothing.list')}
        </Anchor>
      </Group>
    </Page>
  );
}
