import { Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { paths } from '../../../../paths';
import { FaultSummary } from '../../../../problem/fault-summary';
import { Page } from '../../../../shell/page';
import { useStateWords } from '../../../../standing/words';
import { useLanguage } from '../../../../words/words';
import { type AskedHere, type DraftHere, useAskedHere, useDraft, useEntry } from './asked';
import { useAlong } from './chosen';
import { Clause, isReworded } from './clause';
import { Conflicts } from './draft/conflicts';
import { SaveState } from './draft/save-state';
import { EarlierAnswer } from './earlier-answer';
import { Input } from './inputs/input';
import { faultLines } from './inputs/input-props';
import { wayAfter } from './next-step';
import { NothingAsked } from './nothing-asked';
import { entryOf, faultsAt, faultsOf, mostQuestions, questionsAsked } from './questions';
import { ReturnedNotice } from './returned-notice';
import { useWalkWords } from './words';

/** One question of one obligation. */
export function Question() {
  const here = useAskedHere();
  const slug = useParams().question;
  // A question of its own for each address: what was tried on the last one says nothing about this.
  return here ? <AskedQuestion key={`${here.asked.requirementId}/${slug}`} around={here} /> : <NothingAsked />;
}

function AskedQuestion({ around }: { around: AskedHere }) {
  const here = useDraft(around.asked);
  const slug = useParams().question;
  const entry = entryOf(here.asked);
  const field = entry.fields.find((one) => one.slug === slug);
  useEntry(around.developer.id, [here.asked.appId], here.asked.obligation);
  return field && here.draft.isOpen ? (
    <Form around={around} here={here} field={field} entry={entry} />
  ) : (
    <NothingAsked />
  );
}

function Form({
  around,
  here,
  field,
  entry,
}: {
  around: AskedHere;
  here: DraftHere;
  field: ReturnType<typeof entryOf>['fields'][number];
  entry: ReturnType<typeof entryOf>;
}) {
  const t = useWalkWords();
  const states = useStateWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const [told, setTold] = useState(0);
  const { keeper, asked, known, draft, answers } = here;
  const { developer, owing } = around;
  const ways = useWays(around, here, entry, field.slug);
  const path = `/${field.slug}`;
  const faults = told > 0 ? faultsAt(faultsOf(asked, answers, draft.otherAnswers, language), path) : [];
  const form = useRef<HTMLFormElement>(null);
  // Whoever leaves a field, or the page, has said what they had to say there.
  useEffect(() => {
    const save = () => void keeper.flush();
    const shown = form.current;
    shown?.addEventListener('focusout', save);
    return () => {
      shown?.removeEventListener('focusout', save);
      save();
    };
  }, [keeper]);

  async function goOn(event: FormEvent) {
    event.preventDefault();
    if (faultsAt(faultsOf(asked, answers, draft.otherAnswers, language), path).length > 0) {
      setTold(told + 1);
      return;
    }
    await keeper.flush();
    void navigate(ways.next);
  }

  async function later() {
    await keeper.flush();
    void navigate(paths.walk(developer.id));
  }

  return (
    <Page
      title={field.label[language]}
      width="wide"
      lead={
        <>
          {owing.app.name} · {states(`step.${asked.obligation}`)} ·{' '}
          {t('question.progress', { number: ways.number, count: ways.count })}
        </>
      }
    >
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }} order={1}>
          <form ref={form} onSubmit={(event) => void goOn(event)} noValidate>
            <Stack gap="lg">
              <FaultSummary faults={faultLines(faults)} attempt={told} />
              <Conflicts here={here} fields={entry.fields} />
              {draft.returned && (
                <ReturnedNotice
                  title={t('returned.title')}
                  code={draft.returned.reasonCode}
                  reason={draft.returned.reason}
                />
              )}
              <Input
                field={field}
                value={answers[field.slug]}
                onChange={(value) => keeper.change(field.slug, value)}
                path={path}
                faults={faults}
                known={known}
                asked={asked}
                isHeaded
              />
              <EarlierAnswer here={here} field={field} timeZone={developer.timeZone} />
              <SaveState state={here.state} />
              <Group>
                <Button type="submit">{t(ways.isBack ? 'question.backTo' : 'question.next')}</Button>
                <Button variant="default" onClick={() => void later()}>
                  {t('question.later')}
                </Button>
              </Group>
              <Group gap="lg">
                <Anchor component={Link} to={ways.previous}>
                  {t('question.back')}
                </Anchor>
                {!ways.isBack && (
                  <Anchor component={Link} to={ways.next}>
                    {t('question.skip')}
                  </Anchor>
                )}
              </Group>
              <Text fz="sm" c="dimmed">
                {t('question.savedAsTyped')}
              </Text>
            </Stack>
          </form>
        </Grid.Col>
        {/* On a phone what changed is read before the question, and help after it. */}
        <Grid.Col span={{ base: 12, md: 5 }} order={{ base: isReworded(draft) ? 0 : 2, md: 2 }}>
          <Clause entry={entry} draft={draft} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Where it goes from a question: the one before, the next; after the last the other apps of the walk, else the next step. */
function useWays(
  { developer, owing }: AskedHere,
  { asked, known }: DraftHere,
  entry: ReturnType<typeof entryOf>,
  slug: string,
) {
  const along = useAlong();
  const { appId, obligation } = asked;
  const questions = questionsAsked(entry, known);
  const place = questions.findIndex((one) => one.slug === slug);
  const to = (question: string) => paths.walkQuestion(developer.id, appId, obligation, question, along);
  const [before, after] = [questions[place - 1], questions[place + 1]];
  const step = paths.walkStep(developer.id, appId, obligation, { apps: along.apps });
  const others = along.apps.filter((one) => one !== appId);
  const end =
    others.length > 0
      ? paths.walkOtherApps(developer.id, appId, obligation, along)
      : wayAfter(developer.id, owing, obligation, along);
  const back = along.back === 'review' ? paths.walkReview(developer.id, { apps: along.apps }) : along.back && step;
  return {
    number: Math.max(place, 0) + 1,
    count: mostQuestions(entry, known),
    isBack: back !== undefined,
    next: back ?? (after ? to(after.slug) : end),
    previous: back ?? (before ? to(before.slug) : paths.walk(developer.id)),
  };
}
