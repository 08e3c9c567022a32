import { Alert, Anchor, Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { copyDraft } from '../../../../../api/drafts';
import type { AppId } from '../../../../../domain/ids';
import { useCommand } from '../../../../client/command';
import { paths } from '../../../../paths';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { Page } from '../../../../shell/page';
import { useStateWords } from '../../../../standing/words';
import { Icon } from '../../../../theme/icon';
import { useLanguage } from '../../../../words/words';
import type { AppOwing } from '../actions';
import { type AskedHere, outstandingOf, useAskedHere } from './asked';
import { useAlong } from './chosen';
import { isSame } from './draft/merge';
import { wayAfter } from './next-step';
import { NothingAsked } from './nothing-asked';
import { entryOf } from './questions';
import { useSigning } from './signing-view';
import type { SignedStatement, Signing } from './tasks';
import { useWalkWords } from './words';

/** After a step: applies its answers to the other apps that are answered together. Each app still states it by itself. */
export function OtherApps() {
  const here = useAskedHere();
  const { apps } = useAlong();
  if (!here) return <NothingAsked />;
  const others = here.items.filter(
    (owing) =>
      owing.app.id !== here.owing.app.id &&
      apps.includes(owing.app.id) &&
      outstandingOf(owing).some(({ obligation }) => obligation === here.asked.obligation),
  );
  return <Applying key={here.asked.requirementId} around={here} others={others} />;
}

function Applying({ around, others }: { around: AskedHere; others: readonly AppOwing[] }) {
  const t = useWalkWords();
  const states = useStateWords();
  const along = useAlong();
  const navigate = useNavigate();
  const { owing, asked } = around;
  const { obligation, requirementId, developerId } = asked;
  const signing = useSigning([owing.app.id, ...others.map(({ app }) => app.id)]);
  const lead = statementOf(signing, owing.app.id, obligation);
  const compared = others.map((other) => {
    const theirs = statementOf(signing, other.app.id, obligation);
    return { other, isEmpty: theirs?.draftVersion === 0, differing: differences(lead, theirs) };
  });
  const [chosen, setChosen] = useState<string[]>(() =>
    compared.filter(({ isEmpty }) => isEmpty).map(({ other }) => other.app.id),
  );
  const copying = useCommand(copyDraft);
  const next = wayAfter(developerId, owing, obligation, along);

  function apply() {
    if (chosen.length === 0) {
      void navigate(next);
      return;
    }
    copying.mutate({ params: { developerId, requirementId }, body: { toAppIds: chosen as AppId[] } });
  }

  return (
    <Page
      title={t('others.title', { step: states(`step.${obligation}`) })}
      lead={t('others.lead', { app: owing.app.name })}
    >
      <ProblemNotice problem={copying.error} />
      {copying.data ? (
        <Stack>
          <Alert
            color="good"
            icon={<Icon name="check" />}
            title={t('others.done', { count: copying.data.items.length })}
          >
            {t('others.eachStates')}
          </Alert>
          {copying.data.items.map(({ appId, leftOut }) => (
            <LeftOut key={appId} around={around} appId={appId} leftOut={leftOut} />
          ))}
          <Group>
            <Button component={Link} to={next}>
              {t('question.next')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Checkbox.Group label={t('others.which')} value={chosen} onChange={setChosen}>
            <Stack gap="sm" mt="xs">
              {compared.map(({ other, isEmpty, differing }) => (
                <Checkbox
                  key={other.app.id}
                  value={other.app.id}
                  size="md"
                  label={other.app.name}
                  description={
                    isEmpty
                      ? t('others.empty')
                      : differing.length === 0
                        ? t('others.same')
                        : t('others.differs', { count: differing.length })
                  }
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Text fz="sm" c="dimmed">
            {t('others.over')}
          </Text>
          <Group>
            <Button onClick={apply} loading={copying.isPending}>
              {chosen.length > 0 ? t('others.apply', { count: chosen.length }) : t('others.none')}
            </Button>
          </Group>
        </Stack>
      )}
    </Page>
  );
}

/** What an app was not given, because it is asked something else there, and the way to its own answers. */
function LeftOut({ around, appId, leftOut }: { around: AskedHere; appId: AppId; leftOut: readonly string[] }) {
  const t = useWalkWords();
  const language = useLanguage();
  const { apps } = useAlong();
  const { asked, items } = around;
  const name = items.find(({ app }) => app.id === appId)?.app.name ?? appId;
  const fields = entryOf(asked).fields.filter(({ slug }) => leftOut.includes(slug));
  return (
    <div>
      <Text fw={600}>{name}</Text>
      {fields.length > 0 && (
        <>
          <Text fz="sm">{t('others.leftOut')}</Text>
          <List fz="sm">
            {fields.map(({ slug, label }) => (
              <List.Item key={slug}>{label[language]}</List.Item>
            ))}
          </List>
        </>
      )}
      <Anchor component={Link} to={paths.walkStep(asked.developerId, appId, asked.obligation, { apps })}>
        {t('others.look', { app: name })}
      </Anchor>
    </div>
  );
}

function statementOf(signing: Signing, appId: AppId, obligation: string): SignedStatement | undefined {
  return signing.apps.find((app) => app.appId === appId)?.statements.find((one) => one.obligation === obligation);
}

/** Slugs of the fields that both are asked and that are answered differently. */
export function differences(lead: SignedStatement | undefined, theirs: SignedStatement | undefined): string[] {
  if (!lead || !theirs) return [];
  return Object.keys(theirs.answers).filter(
    (slug) => slug in lead.answers && !isSame(lead.answers[slug], theirs.answers[slug]),
  );
}
