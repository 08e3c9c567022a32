import { Alert, Anchor, Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { fileAppeal, listAppealable } from '../../../../../api/appeals';
import { getTerms } from '../../../../../api/terms';
import { useCommand } from '../../../../client/command';
import { useViews, viewOf } from '../../../../client/view';
import { Day } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { ProblemNotice, useFieldFault } from '../../../../problem/problem-notice';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import type { Appealable } from './appealable';
import { useAppealWords } from './words';

/** Appeals against the decision that the address names (`?against=…&subject=…`), or one that is chosen. */
export function NewAppeal() {
  const [search] = useSearchParams();
  const developerId = useDeveloperId();
  const [{ items }] = useViews(viewOf(listAppealable, { params: { developerId } }));
  const named = items.filter(
    ({ against, subject }) => against === search.get('against') && subject === search.get('subject'),
  );
  return <AppealForm choices={named.length > 0 ? named : items} />;
}

/** The form, over the decisions that it may be about. Those with an appeal already are left out. */
export function AppealForm({ choices }: { choices: readonly Appealable[] }) {
  const t = useAppealWords();
  const developerId = useDeveloperId();
  const navigate = useNavigate();
  const [terms] = useViews(viewOf(getTerms, {}));
  const open = choices.filter(({ appealId }) => appealId === null);
  const [chosen, setChosen] = useState(open.length === 1 ? keyOf(open[0]) : '');
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const filing = useCommand(fileAppeal, { onSuccess: () => void navigate(paths.appeals(developerId)) });
  const faultOf = useFieldFault(filing.error);
  const subject = open.find((one) => keyOf(one) === chosen);

  function send(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!subject || words.trim() === '') return;
    filing.mutate({ params: { developerId }, body: { against: subject.against, subject: subject.subject, words } });
  }

  if (open.length === 0) {
    return (
      <Page title={t('form.title')}>
        <EmptyState title={t('form.none')} icon="dot">
          <Stack align="flex-start">
            {t('form.noneWhat')}
            <Anchor component={Link} to={paths.appeals(developerId)}>
              {t('form.all')}
            </Anchor>
          </Stack>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('form.title')} lead={t('form.lead')}>
      <form onSubmit={send} noValidate>
        <Stack gap="lg">
          <ProblemNotice problem={filing.error} />
          <Radio.Group
            label={t('form.which')}
            value={chosen}
            onChange={setChosen}
            error={isTried && !subject ? t('form.whichMissing') : undefined}
            required
          >
            <Stack gap="xs" mt="xs">
              {open.map((one) => (
                <Radio
                  key={keyOf(one)}
                  value={keyOf(one)}
                  label={
                    <>
                      {t(`against.${one.against}`)} · {one.appName} (<Day on={one.untilOn} isBare isShort />)
                    </>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('form.words')}
            description={t('form.wordsHint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={isTried && words.trim() === '' ? t('form.wordsMissing') : faultOf('words')}
            autosize
            minRows={6}
            maxLength={4000}
            required
          />
          <Alert color="harbour">
            {t('form.effect', {
              first: terms.appealFirstAnswerWorkingDays,
              decision: terms.appealDecisionWorkingDays,
            })}
          </Alert>
          <Group>
            <Button type="submit" loading={filing.isPending}>
              {t('form.send')}
            </Button>
            <Anchor component={Link} to={paths.appeals(developerId)}>
              {t('form.all')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

function keyOf(one: Appealable | undefined): string {
  return one ? `${one.against} ${one.subject}` : '';
}
