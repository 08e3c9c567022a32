import { Button, Collapse, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { holds } from '../../../../../domain/catalogue/condition';
import type { AppId } from '../../../../../domain/ids';
import { paths } from '../../../../paths';
import type { DeveloperShown } from '../actions';
import { AnswerList } from './answer-list';
import { differences } from './other-apps';
import { entryOf } from './questions';
import type { SignedStatement, Signing } from './tasks';
import { useWalkWords } from './words';

type App = Signing['apps'][number];

/** All that is answered for one app. What is answered as for the first app is folded away; what differs is marked. */
export function ReviewedApp({
  app,
  lead,
  ...around
}: {
  app: App;
  /** The first app of those that are checked together; null for itself. */
  lead: App | null;
  missing: Signing['missing'];
  developer: DeveloperShown;
  appIds: readonly AppId[];
}) {
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`review-${app.appId}`}>
      <Title order={2} size="h2" id={`review-${app.appId}`} mb="md">
        {app.name}
      </Title>
      <Stack gap="xl">
        {app.statements.map((statement) => (
          <Statement
            key={statement.requirementId}
            app={app}
            statement={statement}
            ofLead={lead && (lead.statements.find((one) => one.obligation === statement.obligation) ?? null)}
            leadName={lead?.name ?? ''}
            {...around}
          />
        ))}
      </Stack>
    </Paper>
  );
}

function Statement({
  app,
  statement,
  ofLead,
  leadName,
  missing,
  developer,
  appIds,
}: {
  app: App;
  statement: SignedStatement;
  ofLead: SignedStatement | null;
  leadName: string;
  missing: Signing['missing'];
  developer: DeveloperShown;
  appIds: readonly AppId[];
}) {
  const t = useWalkWords();
  const { obligation, answers, title, clauses, text, catalogueVersion: version } = statement;
  const start = `/apps/${app.appId}/${obligation}`;
  const faults = missing
    .filter(({ path }) => path.startsWith(`${start}/`))
    .map(({ path, message }) => ({ path: path.slice(start.length), message }));
  const known = Object.fromEntries(app.statements.map((one) => [one.obligation, one.answers]));
  const fields = entryOf({ version, obligation, product: app.sdkProduct }).fields.filter(
    ({ slug, askedWhen }) =>
      !askedWhen ||
      holds(askedWhen, known) === true ||
      slug in answers ||
      faults.some(({ path }) => path === `/${slug}`),
  );
  const differing = differences(ofLead ?? undefined, statement);
  const isSameAsLead = ofLead !== null && differing.length === 0 && faults.length === 0;
  const [isFolded, setIsFolded] = useState(isSameAsLead);
  return (
    <section aria-labelledby={`${app.appId}-${obligation}`}>
      <Title order={3} size="h3" id={`${app.appId}-${obligation}`}>
        {title}
      </Title>
      <Text fz="sm" c="dimmed" mb="xs">
        {t('review.clauses', { count: clauses.length, clauses: clauses.join(t('answer.and')) })} · {text}
      </Text>
      {isSameAsLead && (
        <Group gap="sm">
          <Text>{t('review.sameAs', { app: leadName })}</Text>
          <Button variant="subtle" size="compact-md" aria-expanded={!isFolded} onClick={() => setIsFolded(!isFolded)}>
            {t(isFolded ? 'review.show' : 'review.hide', { count: fields.length })}
          </Button>
        </Group>
      )}
      <Collapse expanded={!isFolded || !isSameAsLead}>
        <AnswerList
          fields={fields}
          answers={answers}
          faults={faults}
          asked={{ developerId: developer.id }}
          differs={(slug) => differing.includes(slug)}
          wayTo={(slug) =>
            paths.walkQuestion(developer.id, app.appId, obligation, slug, { apps: appIds, back: 'review' })
          }
        />
      </Collapse>
    </section>
  );
}
