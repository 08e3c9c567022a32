import { Anchor, Button, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { getTerms } from '../../../../../api/terms';
import { getTier, proposeTerms } from '../../../../../api/tiers';
import type { TierId } from '../../../../../domain/ids';
import { termsFaults } from '../../../../../domain/terms/terms-faults';
import { type TierTermName, type TierTerms, tierTermNames } from '../../../../../domain/terms/tier-terms';
import { useCommand } from '../../../../client/command';
import { useViews, viewOf } from '../../../../client/view';
import { paths } from '../../../../paths';
import { FaultSummary } from '../../../../problem/fault-summary';
import { ProblemNotice } from '../../../../problem/problem-notice';
import { Page } from '../../../../shell/page';
import { useFaultText } from './fault-text';
import { TermInput } from './term-input';
import { isSame } from './term-text';
import { TermsTable } from './terms-table';
import { useTermsWords } from './words';

/** Other terms for a tier: each beside today's, with what changes in words beneath; proposed, it is worked out at once. */
export function ProposeTerms() {
  const t = useTermsWords();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const tierId = useParams().tierId as TierId;
  const params = { tierId };
  const [tier, common] = useViews(viewOf(getTier, { params }), viewOf(getTerms, {}));
  const [wanted, setWanted] = useState<TierTerms>(tier.terms);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const proposing = useCommand(proposeTerms, {
    onSuccess: ({ id }) => void navigate(paths.deskTermsVersion(tierId, id)),
  });
  const changed = tierTermNames.filter((name) => !isSame(wanted, tier.terms, name));
  const found = new Map(
    termsFaults(wanted, common).map(({ path, message }) => {
      const name = path.slice(1) as TierTermName;
      return [name, faultText(name, message)];
    }),
  );
  const noteFault = note.trim() === '' ? t('form.reasonMissing') : undefined;
  const faults = [
    ...(changed.length === 0 ? [{ id: tierTermNames[0], text: t('form.noChange') }] : []),
    ...[...found].map(([id, fault]) => ({ id, text: t('form.faultOf', { term: t(`term.${id}`), fault }) })),
    ...(noteFault ? [{ id: 'note', text: noteFault }] : []),
  ];

  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    const { remindersBefore, remindersAfter, ...others } = wanted;
    const terms = { ...others, remindersBefore: [...remindersBefore], remindersAfter: [...remindersAfter] };
    proposing.mutate({ params, body: { terms, note: note.trim() } });
  }
  return (
    <Page title={t('form.title', { name: tier.name })} lead={t('form.lead')}>
      <Anchor component={Link} to={paths.deskTier(tierId)}>
        {t('backToTier', { name: tier.name })}
      </Anchor>
      <form onSubmit={send} noValidate>
        <Stack gap="lg">
          <FaultSummary faults={faults} attempt={attempt} />
          <ProblemNotice problem={proposing.error} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {tierTermNames.map((name) => (
              <TermInput
                key={name}
                name={name}
                wanted={wanted}
                today={tier.terms}
                onChange={(changes) => setWanted((before) => ({ ...before, ...changes }))}
                fault={found.get(name)}
              />
            ))}
          </SimpleGrid>
          <Changes wanted={wanted} today={tier.terms} changed={changed} />
          <Textarea
            id="note"
            label={t('form.reason')}
            description={t('form.reasonHelp')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={attempt > 0 && noteFault}
            autosize
            minRows={3}
            maxLength={2000}
            required
          />
          <Button type="submit" loading={proposing.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('form.save')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}

function Changes({
  wanted,
  today,
  changed,
}: {
  wanted: TierTerms;
  today: TierTerms;
  changed: readonly TierTermName[];
}) {
  const t = useTermsWords();
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {t('table.onlyChanges')}
      </Title>
      <Text role="status">
        {changed.length > 0 ? t('form.changes', { count: changed.length }) : t('form.noChange')}
      </Text>
      {changed.length > 0 && (
        <TermsTable
          title={t('table.onlyChanges')}
          mark="changes"
          names={changed}
          sides={[
            { label: t('table.after'), terms: wanted },
            { label: t('preview.today'), terms: today },
          ]}
        />
      )}
    </Stack>
  );
}
